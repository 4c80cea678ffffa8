package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of the shop, or what its host makes of it.
 *
 * @param fate what becomes of it on its way
 */
record Answer(int status, Map<String, String> headers, byte[] body, Fate fate) {

  enum Fate {
    ARRIVES,
    /** The connection is cut before a byte. */
    CUT,
    /** Half of the body arrives, then the connection is cut. */
    TRUNCATED
  }

  static final String JSON = "application/json; charset=UTF-8";
  static final String HTML = "text/html; charset=UTF-8";

  static Answer json(int status, JsonNode body) {
    return of(status, JSON, Json.php(body));
  }

  static Answer of(int status, String contentType, byte[] body) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", contentType);
    return new Answer(status, headers, body, Fate.ARRIVES);
  }

  Answer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, fate);
  }

  Answer meeting(Fate otherFate) {
    return new Answer(status, headers, body, otherFate);
  }

  Answer carrying(byte[] otherBody) {
    return new Answer(status, headers, otherBody, fate);
  }
}
