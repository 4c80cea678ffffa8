package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * An answer of the site, or what becomes of it on its way.
 *
 * @param arriving how many bytes of the body arrive; -1 for none, and no head either
 */
record Answer(int status, String contentType, byte[] body, int arriving) {

  static Answer json(int status, JsonNode body) {
    var bytes = Json.bytes(body);
    return new Answer(status, "application/json", bytes, bytes.length);
  }

  static Answer ok(JsonNode body) {
    return json(200, body);
  }

  static Answer html(int status, String page) {
    var bytes = page.getBytes(StandardCharsets.UTF_8);
    return new Answer(status, "text/html; charset=utf-8", bytes, bytes.length);
  }

  /** The connection is cut before a byte. */
  Answer cut() {
    return new Answer(status, contentType, body, -1);
  }

  /** Half of the body arrives, then the connection is cut. */
  Answer truncated() {
    return new Answer(status, contentType, body, body.length / 2);
  }
}
