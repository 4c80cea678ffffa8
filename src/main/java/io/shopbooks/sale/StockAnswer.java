package io.shopbooks.sale;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What became of a quantity that was sent to the shop.
 *
 * @param product the shop's id, "12/34" of a variation
 * @param quantity what the shop has now; absent where it refused
 * @param said why it refused; else empty
 */
public record StockAnswer(String product, Optional<BigDecimal> quantity, String said) {}
