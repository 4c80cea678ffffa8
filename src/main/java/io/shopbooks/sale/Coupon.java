package io.shopbooks.sale;

/** A coupon that was used. Its discount is already inside the lines and only informs. */
public record Coupon(String code, Money discount) {}
