package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;

/** The error codes of `quickbooks-online.md` 9.2 with their usual HTTP status and message. */
final class Codes {

  private static final JsonNode ALL = Json.resource("codes.json");

  private Codes() {}

  static String message(String code) {
    return ALL.path(code).path(1).asText("Business Validation Error");
  }

  static int status(String code) {
    return ALL.path(code).path(0).asInt(400);
  }

  static boolean isKnown(String code) {
    return ALL.has(code);
  }

  /** How the fault names its type (9.1). */
  static String type(String code) {
    return switch (status(code)) {
      case 401 -> "AuthenticationFault";
      case 403 -> "AuthorizationFault";
      case 500, 503 -> "SystemFault";
      default -> "ValidationFault";
    };
  }
}
