package io.shopbooks.books;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an item says, field by field as text; a field that says nothing is not there. The constants
 * name the fields that follow the shop.
 */
public record ItemFields(SortedMap<String, String> values) {

  public static final ItemFields NONE = new ItemFields(new TreeMap<>());

  public static final String NAME = "name";
  public static final String SKU = "sku";
  public static final String DESCRIPTION = "description";

  /** A plain decimal number without zeroes at its end. */
  public static final String PRICE = "price";

  /** "true" or "false"; outside the US. */
  public static final String PRICE_INCLUDES_TAX = "price-includes-tax";

  /** "true" or "false"; in the US. */
  public static final String TAXABLE = "taxable";

  /** The id of a tax code; outside the US. */
  public static final String TAX_CODE = "tax-code";

  /** {@link Item.Type} as text; never written after the creation. */
  public static final String TYPE = "type";

  public ItemFields {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static ItemFields of(Map<String, String> values) {
    return new ItemFields(new TreeMap<>(values));
  }

  /** What the field says; empty if nothing. */
  public String get(String field) {
    return values.getOrDefault(field, "");
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The same with this field saying something else; an empty text takes it away. */
  ItemFields with(String field, String value) {
    var more = new TreeMap<>(values);
    if (value.isEmpty()) {
      more.remove(field);
    } else {
      more.put(field, value);
    }
    return new ItemFields(more);
  }
}
