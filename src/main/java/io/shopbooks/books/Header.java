package io.shopbooks.books;

import io.shopbooks.sale.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What stands at the head of a document.
 *
 * @param number absent where QuickBooks numbers
 * @param date the document's day in the connection's zone
 * @param memo for the company's own eyes; ends with the marker
 * @param exchangeRate home units per foreign unit; absent: QuickBooks' rate of the day
 * @param additions fields that a mapping adds, as QuickBooks' JSON; empty: none
 * @param essence what the books must follow when the shop changes it; equal ones need no update
 */
public record Header(
    Optional<String> number,
    LocalDate date,
    Customer customer,
    Address billing,
    Address shipping,
    String memo,
    Optional<Ref> documentClass,
    Optional<Ref> location,
    Optional<BigDecimal> exchangeRate,
    Map<String, String> customFields,
    String additions,
    String essence) {}
