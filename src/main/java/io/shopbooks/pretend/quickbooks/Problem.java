package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One thing wrong with a request, as QuickBooks tells it (`quickbooks-online.md` 9.1). */
record Problem(String code, String message, String detail, String element) {

  static Problem of(String code, String detail) {
    return new Problem(code, Codes.message(code), detail, "");
  }

  static Problem of(String code, String detail, String element) {
    return new Problem(code, Codes.message(code), detail, element);
  }

  ObjectNode json() {
    return Json.object()
        .put("Message", message)
        .put("Detail", detail)
        .put("code", code)
        .put("element", element);
  }
}
