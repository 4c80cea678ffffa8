package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The shapes a failure arrives in (`quickbooks-online.md` 9.1). */
public enum FaultShape {
  /** QuickBooks itself: {@code {"Fault":{"Error":[{"Message":..,"code":..}]}}}. */
  BUSINESS,
  /** The gateway, JSON with lower-case keys: {@code {"fault":{"error":[{"code":..}]}}}. */
  GATEWAY_JSON,
  /** The gateway, XML although JSON was asked for: {@code <IntuitResponse><Fault>}. */
  GATEWAY_XML,
  /** The gateway's other XML: {@code <Errors><error><code>}. */
  GATEWAY_XML_ERRORS;

  Answer answer(int status, List<Problem> problems, String time) {
    return switch (this) {
      case BUSINESS -> Answer.json(status, fault(problems).put("time", time));
      case GATEWAY_JSON -> Answer.json(status, gateway(status, problems));
      case GATEWAY_XML -> Answer.of(status, "application/xml", xml(status, problems, time));
      case GATEWAY_XML_ERRORS -> Answer.of(status, "application/xml", errors(problems));
    };
  }

  /** A Fault as it stands in a whole answer or in one item of a batch. */
  static ObjectNode fault(List<Problem> problems) {
    var errors = Json.array();
    problems.forEach(problem -> errors.add(problem.json()));
    var fault = Json.object();
    fault.set("Error", errors);
    fault.put("type", Codes.type(problems.get(0).code()));
    var body = Json.object();
    body.set("Fault", fault);
    return body;
  }

  private static ObjectNode gateway(int status, List<Problem> problems) {
    var errors = Json.array();
    for (var problem : problems) {
      errors
          .addObject()
          .put("message", message(status, problem))
          .putNull("detail")
          .put("code", problem.code())
          .putNull("element");
    }
    var fault = Json.object();
    fault.set("error", errors);
    fault.put("type", "SERVICE");
    var body = Json.object();
    body.set("fault", fault);
    return body;
  }

  private static String xml(int status, List<Problem> problems, String time) {
    var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
    text.append("<IntuitResponse time=\"").append(time).append("\"><Fault type=\"SERVICE\">");
    for (var problem : problems) {
      text.append("<Error code=\"").append(problem.code()).append("\"><Message>");
      text.append(Html.escape(message(status, problem))).append("</Message><Detail>");
      text.append(Html.escape(problem.detail())).append("</Detail></Error>");
    }
    return text.append("</Fault></IntuitResponse>").toString();
  }

  private static String errors(List<Problem> problems) {
    var text = new StringBuilder("<Errors>");
    for (var problem : problems) {
      text.append("<error><code>").append(Html.escape(problem.message())).append("</code>");
      text.append("<message>").append(Html.escape(problem.detail())).append("</message></error>");
    }
    return text.append("</Errors>").toString();
  }

  private static String message(int status, Problem problem) {
    var sixDigits = "0".repeat(Math.max(0, 6 - problem.code().length())) + problem.code();
    return "message=%s; errorCode=%s; statusCode=%d"
        .formatted(problem.message(), sixDigits, status);
  }
}
