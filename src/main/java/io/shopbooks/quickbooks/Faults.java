package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * Reads errors in each of their shapes (`quickbooks-online.md` 9.1): JSON of the API, JSON of the
 * gateway with lower-case names, and XML, also where JSON was asked for.
 */
final class Faults {

  private static final Pattern CODE_IN_TEXT = Pattern.compile("errorCode=0*(\\d+)");

  private Faults() {}

  /** The errors of an answer; empty if it is none or says nothing we know. */
  static List<Fault> in(Answer answer) {
    return answer
        .json()
        .map(json -> in(json, answer.status(), answer.tid()))
        .orElseGet(() -> inXml(answer));
  }

  /** The errors of a body or of one item of a batch. */
  static List<Fault> in(JsonNode json, int status, String tid) {
    var fault = member(json, "Fault", "fault");
    var errors = fault.flatMap(f -> member(f, "Error", "error"));
    var faults = new ArrayList<Fault>();
    errors.ifPresent(
        list ->
            list.forEach(
                error ->
                    faults.add(
                        fault(
                            status,
                            text(error, "code", "Code"),
                            text(error, "Message", "message"),
                            text(error, "Detail", "detail"),
                            tid))));
    return faults;
  }

  private static List<Fault> inXml(Answer answer) {
    if (!answer.text().stripLeading().startsWith("<")) {
      return List.of();
    }
    var errors = Jsoup.parse(answer.text(), "", Parser.xmlParser()).select("Error, error");
    return errors.stream()
        .map(
            error -> {
              var child = error.selectFirst("> code");
              return fault(
                  answer.status(),
                  child == null ? error.attr("code") : child.text(),
                  error.select("> Message, > message").text(),
                  error.select("> Detail, > detail").text(),
                  answer.tid());
            })
        .toList();
  }

  private static Fault fault(int status, String code, String message, String detail, String tid) {
    var digits = code.strip().replaceFirst("^0+(?=\\d)", "");
    if (!digits.matches("\\d{1,9}")) {
      var inText = CODE_IN_TEXT.matcher(message);
      digits = inText.find() ? inText.group(1) : "0";
    }
    return new Fault(status, Integer.parseInt(digits), message, detail, tid);
  }

  private static Optional<JsonNode> member(JsonNode json, String name, String otherName) {
    var node = json.has(name) ? json.get(name) : json.get(otherName);
    return Optional.ofNullable(node);
  }

  private static String text(JsonNode error, String name, String otherName) {
    return member(error, name, otherName).filter(n -> !n.isNull()).map(JsonNode::asText).orElse("");
  }
}
