package io.shopbooks.books;

import io.shopbooks.sale.Sale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the connection takes from an order into fields of the company's own. What has no field, or
 * does not fit into it, stands in the memo: no sale waits for it, and nothing of it is lost.
 *
 * @param values by the field's label
 * @param remarks lines for the memo
 */
record CustomFields(Map<String, String> values, List<String> remarks) {

  /** The classic ones take this much (`quickbooks-online.md` 7.2). */
  private static final int LONGEST = 31;

  static CustomFields of(Sale sale, Choices choices, Company company) {
    var values = new LinkedHashMap<String, String>();
    var remarks = new ArrayList<String>();
    choices
        .sales()
        .customFields()
        .forEach(
            (label, source) -> {
              var value =
                  Text.oneLine(sale.meta().getOrDefault(source.replaceFirst("^meta:", ""), ""));
              if (value.isBlank()) {
                return;
              }
              var known = company.customField(label).isPresent();
              if (known) {
                values.put(label, Text.cut(value, LONGEST));
              }
              if (!known || value.length() > LONGEST) {
                remarks.add(label + ": " + value);
              }
            });
    return new CustomFields(values, remarks);
  }
}
