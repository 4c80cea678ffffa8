package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The answers given under each requestid, as long as they are remembered (2.5). */
final class RequestIds {

  private final Settings settings;
  private final Map<String, Given> answers = new LinkedHashMap<>();

  RequestIds(Settings settings) {
    this.settings = settings;
  }

  /** An answer and when it was given. */
  record Given(int status, ObjectNode body, Instant at) {}

  Optional<Given> find(String id, Instant now) {
    var oldest = now.minus(settings.requestIdLife());
    var eldest = answers.values().iterator();
    while (eldest.hasNext() && eldest.next().at().isBefore(oldest)) {
      eldest.remove();
    }
    return Optional.ofNullable(answers.get(id));
  }

  void remember(String id, Given given) {
    answers.put(id, given);
  }

  static ObjectNode json(String id, Given given) {
    var node = Json.object().put("requestid", id).put("status", given.status());
    node.put("at", given.at().toString());
    return node.put("answer", Json.line(given.body()));
  }

  void restore(JsonNode node) throws JsonProcessingException {
    var body = Json.object(Json.text(node, "answer"));
    var at = Instant.parse(Json.text(node, "at"));
    remember(Json.text(node, "requestid"), new Given(node.path("status").asInt(), body, at));
  }
}
