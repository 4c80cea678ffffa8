package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How one company reads what the fact sheet leaves open (`quickbooks-online.md` 14). */
final class Settings {

  private final Map<Assumption, Boolean> assumptions = new EnumMap<>(Assumption.class);
  private Duration requestIdLife = Duration.ofHours(24);
  private int unitPriceDecimals = 7;
  private BigDecimal taxTolerancePerLine = new BigDecimal("0.5");

  boolean holds(Assumption assumption) {
    return assumptions.getOrDefault(assumption, assumption.byDefault());
  }

  void set(Assumption assumption, boolean holds) {
    assumptions.put(assumption, holds);
  }

  /** How long a requestid is remembered. */
  Duration requestIdLife() {
    return requestIdLife;
  }

  void requestIdLife(Duration life) {
    requestIdLife = life;
  }

  int unitPriceDecimals() {
    return unitPriceDecimals;
  }

  void unitPriceDecimals(int decimals) {
    unitPriceDecimals = decimals;
  }

  /** Smallest units per line by which a tax line outside the US may differ from computed tax. */
  BigDecimal taxTolerancePerLine() {
    return taxTolerancePerLine;
  }

  void taxTolerancePerLine(BigDecimal units) {
    taxTolerancePerLine = units;
  }

  ObjectNode json() {
    var node = Json.object();
    assumptions.forEach((assumption, holds) -> node.put(assumption.name(), holds));
    node.put("requestIdLife", requestIdLife.toString());
    node.put("unitPriceDecimals", unitPriceDecimals);
    node.put("taxTolerancePerLine", taxTolerancePerLine);
    return node;
  }

  void restore(JsonNode node) {
    for (var assumption : Assumption.values()) {
      if (node.has(assumption.name())) {
        assumptions.put(assumption, node.path(assumption.name()).asBoolean());
      }
    }
    requestIdLife = Duration.parse(Json.text(node, "requestIdLife"));
    unitPriceDecimals = node.path("unitPriceDecimals").asInt();
    taxTolerancePerLine = Json.number(node, "taxTolerancePerLine");
  }
}
