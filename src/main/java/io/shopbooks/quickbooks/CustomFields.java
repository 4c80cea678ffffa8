package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.Company;
import io.shopbooks.books.Ref;
import java.util.Map;
import java.util.Optional;

/**
 * The three classic custom fields of sales forms (`quickbooks-online.md` 7.2). The preferences name
 * each by its place: {@code SalesFormsPrefs.SalesCustomName2} holds the label of definition 2, and
 * {@code SalesFormsPrefs.UseSalesCustom2} whether it is in use; in no order.
 */
final class CustomFields {

  private static final String LABEL = "SalesFormsPrefs.SalesCustomName";
  private static final String IN_USE = "SalesFormsPrefs.UseSalesCustom";

  private static final int LONGEST = 31;

  private CustomFields() {}

  /** The field in use that has this label, in whatever case. */
  static Optional<Ref> definition(JsonNode preferences, String label) {
    for (var group : preferences.path("SalesFormsPrefs").path("CustomField")) {
      for (var entry : group.path("CustomField")) {
        var name = entry.path("Name").asText();
        if (name.startsWith(LABEL) && entry.path("StringValue").asText().equalsIgnoreCase(label)) {
          var place = name.substring(LABEL.length());
          return isInUse(preferences, place)
              ? Optional.of(new Ref(place, entry.path("StringValue").asText()))
              : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isInUse(JsonNode preferences, String place) {
    for (var group : preferences.path("SalesFormsPrefs").path("CustomField")) {
      for (var entry : group.path("CustomField")) {
        if (entry.path("Name").asText().equals(IN_USE + place)) {
          return entry.path("BooleanValue").asBoolean(false);
        }
      }
    }
    return false;
  }

  static void write(Map<String, String> values, Company company, ObjectNode json) {
    values.forEach(
        (label, value) -> company.customField(label).ifPresent(field -> write(field, value, json)));
  }

  static void write(Ref field, String value, ObjectNode json) {
    json.withArray("CustomField")
        .addObject()
        .put("DefinitionId", field.id())
        .put("Name", field.name())
        .put("Type", "StringType")
        .put("StringValue", value.length() > LONGEST ? value.substring(0, LONGEST) : value);
  }
}
