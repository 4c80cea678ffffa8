package io.shopbooks.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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

  private static String first(JsonNode json, String... names) {
    return Stream.of(names)
        .map(name -> json.path(name).asText(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
