package io.shopbooks.pretend.woocommerce;

import java.math.BigDecimal;

/**
 * A product or a variation as a cart sees it.
 *
 * @param productId of the product, or of the variation's parent
 * @param variationId 0 if it is no variation
 * @param sku the own one, or the parent's; "" if there is none
 * @param taxStatus taxable, shipping (only its shipping is taxed) or none
 * @param isDownload virtual and downloadable: paid is completed
 */
record Goods(
    int productId,
    int variationId,
    String name,
    String sku,
    BigDecimal price,
    String taxStatus,
    String taxClass,
    boolean isDownload) {

  boolean isTaxed() {
    return taxStatus.equals("taxable");
  }
}
