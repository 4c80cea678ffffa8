package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The company's own fields on sales forms, known by their names (`quickbooks-online.md` 7.2). */
final class CustomFields {

  /** What forms of companies with three plain fields are known to hold. */
  private static final int LONGEST = 31;

  private CustomFields() {}

  /** A value whose field the company does not define is left out. */
  static void write(Map<String, String> values, JsonNode preferences, ObjectNode json) {
    for (var field : preferences.path("SalesFormsPrefs").path("CustomField")) {
      var name = field.path("Name").asText();
      var value = values.get(name);
      if (value != null && field.hasNonNull("DefinitionId")) {
        var plain = value.replaceAll("\\s+", " ").strip();
        json.withArray("CustomField")
            .addObject()
            .put("DefinitionId", field.path("DefinitionId").asText())
            .put("Name", name)
            .put("Type", "StringType")
            .put("StringValue", plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST));
      }
    }
  }
}
