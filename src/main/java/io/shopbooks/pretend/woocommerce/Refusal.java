package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The shop says no, in the form its API says it (`woocommerce.md` 10). */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient JsonNode data;

  private Refusal(int status, String code, String message, JsonNode data) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.data = data;
  }

  static Refusal of(int status, String code, String message) {
    return new Refusal(status, code, message, Json.object().put("status", status));
  }

  /** With more beside the status. */
  static Refusal of(int status, String code, String message, ObjectNode more) {
    var data = Json.object().put("status", status);
    data.setAll(more);
    return new Refusal(status, code, message, data);
  }

  /** Refunds are refused with 500 and a plain number where an object should be (6). */
  static Refusal ofRefund(String message) {
    var code = "woocommerce_rest_cannot_create_order_refund";
    return new Refusal(500, code, message, IntNode.valueOf(500));
  }

  static Refusal unauthorized(String code, String message) {
    return of(401, code, message);
  }

  static Refusal notFound(String code) {
    return of(404, code, "Invalid ID.");
  }

  /** The same within a batch, where nothing is worse than 400 (7). */
  ObjectNode inBatch(int id) {
    var error = error();
    if (error.path("data").isObject()) {
      ((ObjectNode) error.path("data")).put("status", Math.min(status, 400));
    }
    var item = Json.object().put("id", id);
    item.set("error", error);
    return item;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  ObjectNode error() {
    var error = Json.object().put("code", code).put("message", getMessage());
    error.set("data", data.deepCopy());
    return error;
  }
}
