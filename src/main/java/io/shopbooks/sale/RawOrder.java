package io.shopbooks.sale;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order as it came, before any mapping: enough to keep and to count it, whatever may be wrong
 * with the rest.
 *
 * @param currency ISO 4217 as the shop writes it
 * @param json the order and its refunds, as one JSON text
 * @param hash of the content that matters; equal while nothing did change
 */
public record RawOrder(
    OrderKey key,
    String number,
    String status,
    Instant created,
    String currency,
    BigDecimal total,
    String json,
    String hash) {}
