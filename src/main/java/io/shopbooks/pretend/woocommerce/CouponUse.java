package io.shopbooks.pretend.woocommerce;

import java.math.BigDecimal;

/** What a coupon took off an order, net, and the tax that went with it. */
record CouponUse(Coupon coupon, BigDecimal discount, BigDecimal discountTax) {}
