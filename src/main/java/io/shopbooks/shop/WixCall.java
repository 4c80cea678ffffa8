package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One call of an API of Wix.
 *
 * @param path with its query, as it goes into the address
 * @param body JSON; empty for none
 */
record WixCall(String method, String path, String body) {

  static WixCall get(String path) {
    return new WixCall("GET", path, "");
  }

  static WixCall post(String path, JsonNode body) {
    return new WixCall("POST", path, Json.write(body));
  }

  static WixCall patch(String path, JsonNode body) {
    return new WixCall("PATCH", path, Json.write(body));
  }

  /** Without its query, for messages. */
  String address() {
    var query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }
}
