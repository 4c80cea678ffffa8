package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * A coupon of the shop.
 *
 * @param type percent, fixed_cart or fixed_product
 * @param amount percent, or money in the way prices are entered
 */
record Coupon(int id, String code, String type, BigDecimal amount, boolean freeShipping) {

  static Coupon of(JsonNode paper) {
    return new Coupon(
        paper.path("id").asInt(),
        paper.path("code").asText(),
        paper.path("discount_type").asText(),
        new BigDecimal(paper.path("amount").asText()),
        paper.path("free_shipping").asBoolean());
  }

  boolean isPercent() {
    return type.equals("percent");
  }

  boolean isForWholeCart() {
    return type.equals("fixed_cart");
  }
}
