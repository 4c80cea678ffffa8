package io.shopbooks.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/**
 * JSON out of an answer.
 *
 * @param cluttered whether other text stood before it: a PHP notice, a plugin's output
 */
record JsonText(JsonNode json, boolean cluttered) {

  // A notice holds few brackets; a web page holds many and no JSON up to its end.
  private static final int CANDIDATES = 50;

  static Optional<JsonText> in(Answer answer, Question.Kind kind) {
    try {
      var json = Json.MAPPER.readTree(answer.body());
      return json.isContainerNode() ? Optional.of(new JsonText(json, false)) : Optional.empty();
    } catch (IOException e) {
      return behindOtherText(answer.text(), kind == Question.Kind.LIST ? '[' : '{');
    }
  }

  private static Optional<JsonText> behindOtherText(String text, char opening) {
    var from = text.indexOf(opening);
    for (var i = 0; i < CANDIDATES && from >= 0; i++) {
      try {
        return Optional.of(new JsonText(Json.read(text.substring(from)), true));
      } catch (JsonProcessingException e) {
        from = text.indexOf(opening, from + 1);
      }
    }
    return Optional.empty();
  }
}
