package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether two texts of QuickBooks' JSON say the same about a document. */
final class Alike {

  /** Ids that QuickBooks gives, names beside ids, and what follows from the rest. */
  private static final Set<String> BESIDE =
      Set.of("Id", "LineNum", "name", "UnitPrice", "ItemAccountRef");

  private Alike() {}

  /** Whether both say the same. */
  static boolean same(JsonNode one, JsonNode other) {
    return within(one, other) && within(other, one);
  }

  /** Whether everything the first says is said by the second, too, which may say more. */
  static boolean within(JsonNode said, JsonNode all) {
    if (isNothing(said)) {
      return true;
    }
    if (said.isNumber() && all.isNumber()) {
      return said.decimalValue().compareTo(all.decimalValue()) == 0;
    }
    if (said.isArray()) {
      return isOfLines(said) ? linesWithin(said, all) : eachWithin(said, all);
    }
    if (said.isObject()) {
      return said.properties().stream().allMatch(part -> partWithin(part, all));
    }
    return !isNothing(all) && text(said).equals(text(all));
  }

  private static boolean partWithin(Map.Entry<String, JsonNode> part, JsonNode all) {
    return BESIDE.contains(part.getKey())
        || within(part.getValue(), all.has(part.getKey()) ? all.get(part.getKey()) : nothing());
  }

  private static boolean isOfLines(JsonNode array) {
    return array.path(0).has("Amount") && !array.path(0).has("TaxLineDetail");
  }

  /** Lines have an order; the subtotals between them are QuickBooks' own. */
  private static boolean linesWithin(JsonNode lines, JsonNode all) {
    var said = stream(lines).toList();
    var there = stream(all).toList();
    if (said.size() != there.size()) {
      return false;
    }
    for (int i = 0; i < said.size(); i++) {
      if (!within(said.get(i), there.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean eachWithin(JsonNode array, JsonNode all) {
    return stream(array).allMatch(one -> stream(all).anyMatch(other -> within(one, other)));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .filter(line -> !line.path("DetailType").asText().equals("SubTotalLineDetail"));
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || node.isNull() || node.isContainerNode() && node.isEmpty();
  }

  private static JsonNode nothing() {
    return MissingNode.getInstance();
  }

  /** What a US company degrades, and what QuickBooks trims, says the same. */
  private static String text(JsonNode node) {
    return Characters.plain(node.asText()).replaceAll("\\s+", " ").strip();
  }
}
