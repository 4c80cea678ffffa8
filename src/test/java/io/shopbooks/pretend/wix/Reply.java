package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What came back. */
record Reply(int status, String text) {

  JsonNode json() {
    return Json.read(text);
  }

  /** The rule that the first field violates. */
  String violation() {
    var violation = json().at("/details/validationError/fieldViolations/0");
    return violation.path("field").asText() + " " + violation.path("violatedRule").asText();
  }

  /** One field of every element of a list. */
  List<String> list(String list, String field) {
    var values = new ArrayList<String>();
    json().path(list).forEach(element -> values.add(element.path(field).asText()));
    return values;
  }
}
