package io.shopbooks.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.Company;
import java.util.Set;

/**
 * What a mapping adds to a document ({@code mappings/quickbooks}): memo texts, ship-to details and
 * custom fields. What the books wrote always wins, and nothing else can be added, so that no
 * mapping moves an amount, an account, an item or tax.
 */
final class Additions {

  private static final String MEMO = "PrivateNote";
  private static final String FIELDS = "CustomField";
  private static final Set<String> ADDABLE =
      Set.of(
          "CustomerMemo",
          "BillAddr",
          "ShipAddr",
          "ShipFromAddr",
          "ShipDate",
          "ShipMethodRef",
          "TrackingNum",
          "BillEmailCc",
          "BillEmailBcc",
          "PrintStatus");
  private static final int LONGEST_MEMO = 4000;

  private Additions() {}

  static void into(ObjectNode json, String additions, Company company) {
    if (additions.isEmpty()) {
      return;
    }
    for (var field : read(additions).properties()) {
      switch (field.getKey()) {
        case MEMO -> memo(json, field.getValue().asText());
        case FIELDS -> field.getValue().forEach(one -> customField(json, one, company));
        default -> {
          if (ADDABLE.contains(field.getKey())) {
            add(json, field.getKey(), field.getValue());
          }
        }
      }
    }
  }

  private static JsonNode read(String additions) {
    try {
      return QuickBooks.JSON.readTree(additions);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The ledger keeps additions that are no JSON", e);
    }
  }

  private static void add(ObjectNode json, String name, JsonNode value) {
    var there = json.get(name);
    if (there == null) {
      json.set(name, value);
    } else if (there instanceof ObjectNode object && value.isObject()) {
      value.properties().forEach(part -> add(object, part.getKey(), part.getValue()));
    }
  }

  /** Above ours, as far as there is room: the marker stands last. */
  private static void memo(ObjectNode json, String text) {
    var ours = json.path(MEMO).asText("");
    var room = LONGEST_MEMO - ours.length() - 1;
    if (room > 0 && !text.isBlank()) {
      json.put(MEMO, text.substring(0, Math.min(room, text.length())) + "\n" + ours);
    }
  }

  /** By its label, unless the connection fills that field already. */
  private static void customField(ObjectNode json, JsonNode field, Company company) {
    var definition = company.customField(field.path("Name").asText());
    if (definition.isEmpty()) {
      return;
    }
    for (var there : json.path(FIELDS)) {
      if (there.path("DefinitionId").asText().equals(definition.get().id())) {
        return;
      }
    }
    CustomFields.write(definition.get(), field.path("StringValue").asText(), json);
  }
}
