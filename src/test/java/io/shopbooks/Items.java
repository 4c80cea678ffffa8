package io.shopbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The items of a world's company, as QuickBooks has them. */
record Items(World world) {

  List<JsonNode> all() {
    return world.company.lists().all("Item").stream().map(Edits::json).toList();
  }

  List<String> skus() {
    return all().stream().map(item -> item.path("Sku").asText()).toList();
  }

  JsonNode of(String sku) {
    return all().stream()
        .filter(item -> item.path("Sku").asText().equals(sku))
        .findFirst()
        .orElseThrow();
  }
}
