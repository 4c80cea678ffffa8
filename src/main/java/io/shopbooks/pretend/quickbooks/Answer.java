package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes back over the wire, or how much of it before the connection breaks. */
record Answer(int status, Map<String, String> headers, byte[] body, Cut cut) {

  /** How much of an answer arrives. */
  enum Cut {
    /** All of it. */
    NONE,
    /** Status, headers and the first half of the body. */
    HALF,
    /** Nothing. */
    ALL
  }

  static Answer of(int status, String type, String text) {
    var headers = Map.of("Content-Type", type + ";charset=UTF-8");
    return new Answer(status, headers, text.getBytes(StandardCharsets.UTF_8), Cut.NONE);
  }

  static Answer json(int status, JsonNode node) {
    var headers = Map.of("Content-Type", "application/json;charset=UTF-8");
    return new Answer(status, headers, Json.bytes(node), Cut.NONE);
  }

  static Answer html(int status, String text) {
    return of(status, "text/html", text);
  }

  static Answer redirect(String location) {
    return new Answer(302, Map.of("Location", location), new byte[0], Cut.NONE);
  }

  /** The connection is cut before anything was answered. */
  static Answer none() {
    return new Answer(0, Map.of(), new byte[0], Cut.ALL);
  }

  Answer cut(Cut much) {
    return new Answer(status, headers, body, much);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
