package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Answers a query from the objects of a company (3). */
final class QueryRun {

  private final Company company;
  private final View view;

  QueryRun(Company company) {
    this.company = company;
    this.view = new View(company);
  }

  /** The QueryResponse envelope; nothing found is an empty object (2.6). */
  ObjectNode answer(String statement) {
    var query = QueryParser.read(statement);
    var entity = entity(query.entity());
    var tests = query.conditions().stream().map(c -> Match.of(entity, c)).toList();
    var found = new ArrayList<JsonNode>();
    boolean hidesInactive =
        entity.isList()
            && query.conditions().stream().noneMatch(c -> c.property().equalsIgnoreCase("Active"));
    for (var stored : candidates(entity, query)) {
      var json = shown(stored);
      if (!(hidesInactive && !stored.isActive()) && tests.stream().allMatch(t -> t.holds(json))) {
        found.add(json);
      }
    }
    sort(entity, query, found);
    var response = Json.object();
    response.set("QueryResponse", query.count() ? counted(found) : page(entity, query, found));
    return response;
  }

  /** Everything of the type; exchange rates as of the day that is asked for, today by default. */
  private Collection<Stored> candidates(Entity entity, Query query) {
    if (!entity.is("ExchangeRate")) {
      return company.records().all(entity.name()).values();
    }
    var day =
        query.conditions().stream()
            .filter(c -> c.property().equalsIgnoreCase("AsOfDate") && c.operator().equals("="))
            .map(c -> LocalDate.parse(c.values().get(0)))
            .findFirst();
    return new ExchangeRates(company).asOf(day.orElseGet(company::today));
  }

  /** Balances are worked out only where they can be asked for; documents are shown as kept. */
  private JsonNode shown(Stored stored) {
    boolean computed = stored.type().equals("Account") || stored.type().equals("Customer");
    return computed ? view.of(stored) : stored.json();
  }

  /** Names are case sensitive; only the exchange rate is known in lower case too (6.3). */
  private static Entity entity(String name) {
    var exact = name.equals("exchangerate") ? "ExchangeRate" : name;
    return Schema.named(exact)
        .filter(entity -> !entity.isHidden())
        .orElseThrow(
            () ->
                new Refused("4001", "QueryValidationError: Invalid context declaration: " + name));
  }

  private static void sort(Entity entity, Query query, List<JsonNode> found) {
    if (query.order().isEmpty()) {
      return;
    }
    var field = Field.of(entity, query.order());
    if (!field.property().sortable()) {
      throw new Refused(
          "4001", "QueryValidationError: property '" + query.order() + "' is not sortable");
    }
    Comparator<JsonNode> order = (a, b) -> field.compare(field.text(a), field.text(b));
    found.sort(query.descending() ? order.reversed() : order);
  }

  private static ObjectNode counted(List<JsonNode> found) {
    return Json.object().put("totalCount", found.size());
  }

  private static ObjectNode page(Entity entity, Query query, List<JsonNode> found) {
    int from = Math.min(found.size(), query.start() - 1);
    int to = Math.min(found.size(), from + query.max());
    var response = Json.object();
    if (from < to) {
      found.subList(from, to).forEach(response.putArray(entity.name())::add);
      response.put("startPosition", query.start()).put("maxResults", to - from);
      response.put("totalCount", to - from);
    }
    return response;
  }

  /** One condition, ready to be asked of each object. */
  private record Match(Field field, Query.Condition condition) {

    static Match of(Entity entity, Query.Condition condition) {
      var field = Field.of(entity, condition.property());
      if (!field.property().filterable()) {
        throw new Refused(
            "4001",
            "QueryValidationError: property '" + condition.property() + "' is not queryable");
      }
      if (!condition.operator().equals("LIKE")) {
        condition.values().forEach(field::requireFit);
      }
      return new Match(field, condition);
    }

    boolean holds(JsonNode json) {
      var text = field.text(json);
      var value = condition.values().get(0);
      return switch (condition.operator()) {
        case "IN" -> condition.values().stream().anyMatch(v -> field.compare(text, v) == 0);
        case "LIKE" -> field.isLike(text, value);
        case "=" -> field.compare(text, value) == 0;
        default -> !text.isEmpty() && matches(field.compare(text, value));
      };
    }

    private boolean matches(int order) {
      return switch (condition.operator()) {
        case "<" -> order < 0;
        case ">" -> order > 0;
        case "<=" -> order <= 0;
        default -> order >= 0;
      };
    }
  }
}
