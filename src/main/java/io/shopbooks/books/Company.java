package io.shopbooks.books;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What the rules must know of a QuickBooks company. Lists are looked up by the name people see,
 * ignoring case; only active entries are found.
 */
public interface Company {

  /** The name under which an item stands for the form's own shipping box. */
  String SHIPPING_FIELD = "SHIPPING_ITEM_ID";

  /** QuickBooks' id of the company. */
  String realm();

  /** Country by ISO 3166 alpha-2; "US" decides for the American tax model. */
  String country();

  Currency home();

  /** Whether documents may be in other currencies than {@link #home()}. */
  boolean multicurrency();

  /** Currencies the company works with, {@link #home()} among them. */
  List<Currency> currencies();

  /** Whether sales tax is switched on; without it QuickBooks drops tax silently. */
  boolean salesTax();

  /** Whether we number the documents ("custom transaction numbers"). */
  boolean customNumbers();

  ClassTracking classTracking();

  /** Whether documents may name a location. */
  boolean locations();

  /** The last closed day, if a period is closed. */
  Optional<LocalDate> closedUntil();

  /** Whether quantities on hand are kept. */
  boolean inventory();

  Optional<Item> item(String name);

  /** The one item with this SKU; absent when none or several have it. */
  Optional<Item> itemBySku(String sku);

  /** Whether any item has this SKU. */
  boolean hasSku(String sku);

  Optional<Account> account(String name);

  /** Accounts receivable in this currency. */
  Ref receivables(Currency currency);

  Optional<TaxCode> taxCode(String name);

  /** The codes one may choose from; only used to propose one. Empty where they cannot be listed. */
  default List<TaxCode> taxCodes() {
    return List.of();
  }

  Optional<Ref> paymentMethod(String name);

  Optional<Ref> className(String name);

  Optional<Ref> location(String name);

  Optional<Ref> terms(String name);

  /** A field of one's own on sales forms, by the label people see. */
  Optional<Ref> customField(String label);

  /** Where a document's class goes; never both (`quickbooks-online.md` 6.2). */
  enum ClassTracking {
    NONE,
    DOCUMENT,
    LINE
  }

  default boolean isAmerican() {
    return country().equals("US");
  }
}
