package io.shopbooks.pretend.woocommerce;

import java.util.List;

/** A priced cart: its bill, and what each coupon took off. */
record Receipt(Bill bill, List<CouponUse> coupons) {}
