package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * One change somebody asks for.
 *
 * @param sent the object as sent, without its envelope
 * @param include the values of the query parameter of that name
 * @param byPerson done in QuickBooks itself, not by an app
 * @param visible only objects born up to this commit exist for it: items of a batch do not see each
 *     other
 */
record Write(
    Entity entity,
    Operation operation,
    ObjectNode sent,
    Set<String> include,
    boolean byPerson,
    long visible) {

  static Write byApp(Entity entity, Operation operation, ObjectNode sent, Set<String> include) {
    return new Write(entity, operation, sent, include, false, Long.MAX_VALUE);
  }

  static Write byPerson(Entity entity, Operation operation, ObjectNode sent) {
    return new Write(entity, operation, sent, Set.of(), true, Long.MAX_VALUE);
  }

  static Write inBatch(Entity entity, Operation operation, ObjectNode sent, long visible) {
    return new Write(entity, operation, sent, Set.of(), false, visible);
  }

  String id() {
    return Json.text(sent, "Id");
  }
}
