package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What came back. */
record Reply(HttpResponse<byte[]> response) {

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  JsonNode json() {
    return Json.read(response.body());
  }

  String code() {
    return json().path("code").asText();
  }

  /** The ids of a list, in its order. */
  List<Integer> ids() {
    var ids = new ArrayList<Integer>();
    json().forEach(paper -> ids.add(paper.path("id").asInt()));
    return ids;
  }
}
