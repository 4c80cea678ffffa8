package io.shopbooks.books;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An active item of the company and how many of it are on hand.
 *
 * @param sku may be empty
 * @param fullName with the names of its parents
 * @param counted whether QuickBooks keeps its quantity
 * @param asOf when QuickBooks was asked: what was booked later is not within
 */
public record OnHand(
    Ref item, String sku, String fullName, boolean counted, BigDecimal quantity, Instant asOf) {}
