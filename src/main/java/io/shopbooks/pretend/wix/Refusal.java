package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The site says no, in the form its APIs say it (`wix.md` 7). */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient ObjectNode details;

  private Refusal(int status, String message, ObjectNode details) {
    super(message, null, false, false);
    this.status = status;
    this.details = details;
  }

  /** Without any details. */
  static Refusal of(int status, String message) {
    return new Refusal(status, message, Json.object());
  }

  /** An application error. */
  static Refusal application(int status, String code, String description) {
    var details = Json.object();
    details.putObject("applicationError").put("code", code).put("description", description);
    return new Refusal(status, description, details);
  }

  /** A field is wrong; rule is MAX, MIN, FORMAT, REQUIRED_FIELD... */
  static Refusal field(String field, String rule, String description) {
    var details = Json.object();
    details
        .putObject("validationError")
        .putArray("fieldViolations")
        .addObject()
        .put("field", field)
        .put("description", description)
        .put("violatedRule", rule);
    return new Refusal(400, field + " " + description, details);
  }

  /** The address is known, its words are not: better a plain no than an invented answer. */
  static Answer notPretended(String what) {
    throw of(501, what + " are not pretended");
  }

  int status() {
    return status;
  }

  String code() {
    return details.path("applicationError").path("code").asText("");
  }

  ObjectNode error() {
    var error = Json.object().put("message", getMessage());
    error.set("details", details);
    return error;
  }
}
