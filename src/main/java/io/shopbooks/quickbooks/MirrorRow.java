package io.shopbooks.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.OnHand;
import io.shopbooks.books.Ref;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** One entry of a list of the company. */
record MirrorRow(
    String entity,
    String id,
    String name,
    String fullName,
    String sku,
    String email,
    boolean active,
    JsonNode json) {

  static MirrorRow of(String entity, JsonNode json) {
    return new MirrorRow(
        entity,
        json.path("Id").asText(entity),
        first(json, "DisplayName", "Name", "CompanyName", "Code"),
        first(json, "FullyQualifiedName"),
        entity.equals("Item") ? json.path("Sku").asText("").strip() : "",
        json.path("PrimaryEmailAddr").path("Address").asText("").strip(),
        json.path("Active").asBoolean(true),
        json);
  }

  static MirrorRow read(String entity, String text) {
    try {
      return of(entity, QuickBooks.JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The mirror of " + entity + " cannot be read", e);
    }
  }

  /** Whether it can stand on a sale: categories and bundles cannot (`quickbooks-online.md` 6.5). */
  boolean isSold() {
    return !Set.of("Category", "Group").contains(json.path("Type").asText());
  }

  /** An item and its quantity; it may be any fraction. */
  OnHand onHand(Instant asOf) {
    var counted =
        json.path("Type").asText().equals("Inventory") && json.path("QtyOnHand").isNumber();
    return new OnHand(
        new Ref(id, name),
        sku,
        fullName,
        counted,
        counted ? json.path("QtyOnHand").decimalValue() : BigDecimal.ZERO,
        asOf);
  }

  private static String first(JsonNode json, String... names) {
    return Stream.of(names)
        .map(name -> json.path(name).asText(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
