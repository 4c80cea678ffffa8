package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Up to thirty requests in one, none of which sees another (4.1). */
final class Batch {

  private static final int MOST_ITEMS = 30;
  private static final int LONGEST_ID = 10;
  private static final Set<String> CONTROLS = Set.of("bId", "operation", "optionsData", "Query");

  private final Company company;
  private final Meddling meddling;
  private final long visible;

  Batch(Company company, Meddling meddling) {
    this.company = company;
    this.meddling = meddling;
    this.visible = company.records().commits();
  }

  /**
   * Carries the items out, queries first, and answers them last to first: the order is not to be
   * relied on.
   */
  ObjectNode answer(ObjectNode sent) {
    check(sent);
    var items = Json.list(sent, "BatchItemRequest");
    var answers = new ArrayList<ObjectNode>(Collections.nCopies(items.size(), null));
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).has("Query")) {
        answers.set(i, item(items.get(i)));
      }
    }
    for (int i = 0; i < Math.min(items.size(), meddling.itemsCommitted()); i++) {
      if (answers.get(i) == null) {
        answers.set(i, item(items.get(i)));
      }
    }
    var responses = Json.array();
    Collections.reverse(answers);
    answers.stream().filter(answer -> answer != null).forEach(responses::add);
    var body = Json.object();
    body.set("BatchItemResponse", responses);
    return body;
  }

  private static void check(ObjectNode sent) {
    for (var field : sent.properties()) {
      if (!field.getKey().equals("BatchItemRequest") || !field.getValue().isArray()) {
        throw new Refused("2010", "Property Name:" + field.getKey() + " specified is unsupported");
      }
    }
    var items = Json.list(sent, "BatchItemRequest");
    if (items.isEmpty()) {
      throw new Refused("2020", "Required parameter BatchItemRequest is missing in the request");
    }
    if (items.size() > MOST_ITEMS) {
      throw new Refused(
          "1040", "Batch Item Size Exceeds limit: " + items.size() + " of " + MOST_ITEMS);
    }
    var ids = new HashSet<String>();
    for (var item : items) {
      var id = Json.text(item, "bId");
      if (id.isEmpty()) {
        throw new Refused("2020", "Required parameter bId is missing in the request");
      }
      if (id.length() > LONGEST_ID) {
        throw new Refused("2130", "bId is at most " + LONGEST_ID + " characters: " + id);
      }
      if (!ids.add(id)) {
        throw new Refused("2600", "bId " + id + " is given twice");
      }
    }
  }

  private ObjectNode item(JsonNode item) {
    var bId = Json.text(item, "bId");
    var answer = Json.object().put("bId", bId);
    var entity = entity(item).map(Entity::name).orElse("");
    company.counters().count("batch items");
    try {
      if (meddling.fails(bId, entity)) {
        throw new Refused(List.of(meddling.problem()));
      }
      if (item.has("Query")) {
        company.counters().count("reads");
        return answer.setAll(new QueryRun(company).answer(Json.text(item, "Query")));
      }
      company.counters().count("writes");
      answer.set(entity, new Writes(company).run(write(item)));
      company.commit();
      return answer;
    } catch (Refused e) {
      return answer.setAll(FaultShape.fault(e.problems()));
    }
  }

  private Write write(JsonNode item) {
    for (var field : item.properties()) {
      boolean known = CONTROLS.contains(field.getKey()) || Schema.named(field.getKey()).isPresent();
      if (!known) {
        throw new Refused("2010", "Property Name:" + field.getKey() + " specified is unsupported");
      }
    }
    var entity = entity(item).orElseThrow(() -> new Refused("2020", "The item lacks its object"));
    if (!(item.get(entity.name()) instanceof ObjectNode sent)) {
      throw new Refused("2010", "Property Name:" + entity.name() + " is not an object");
    }
    return Write.inBatch(entity, operation(item, sent), sent, visible);
  }

  private static Operation operation(JsonNode item, ObjectNode sent) {
    boolean voids = Json.text(item, "optionsData").equals("void");
    return switch (Json.text(item, "operation")) {
      case "create" -> Operation.CREATE;
      case "delete" -> Operation.DELETE;
      case "update" -> {
        if (voids) {
          yield Operation.VOID;
        }
        yield Json.flag(sent, "sparse") ? Operation.SPARSE : Operation.UPDATE;
      }
      default -> throw new Refused("2170", "operation is create, update or delete");
    };
  }

  private static Optional<Entity> entity(JsonNode item) {
    for (var field : item.properties()) {
      var entity = Schema.named(field.getKey()).filter(e -> !e.isHidden());
      if (entity.isPresent()) {
        return entity;
      }
    }
    return Optional.empty();
  }
}
