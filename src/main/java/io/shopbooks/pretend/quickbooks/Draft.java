package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A write on its way through the rules: what was sent, what stands there, what shall stand. */
final class Draft {

  private final Company company;
  private final Write write;
  private final Stored before;
  private final ObjectNode after;
  private final List<Problem> problems = new ArrayList<>();

  Draft(Company company, Write write, Stored before, ObjectNode after) {
    this.company = company;
    this.write = write;
    this.before = before;
    this.after = after;
  }

  Company company() {
    return company;
  }

  Write write() {
    return write;
  }

  Entity entity() {
    return write.entity();
  }

  boolean isCreate() {
    return write.operation().isCreate();
  }

  Optional<Stored> before() {
    return Optional.ofNullable(before);
  }

  /** What shall stand there; rules read it, completion changes it. */
  ObjectNode after() {
    return after;
  }

  boolean has(String path) {
    return Json.has(after, path);
  }

  String text(String path) {
    return Json.text(after, path);
  }

  BigDecimal number(String path) {
    return Json.number(after, path);
  }

  boolean flag(String path) {
    return Json.flag(after, path);
  }

  /** Whether this write brings that property. */
  boolean sends(String property) {
    return Json.has(write.sent(), property);
  }

  /** Whether the text at a path differs from what stands there. */
  boolean changes(String path) {
    return before == null || !before.text(path).equals(text(path));
  }

  String currency() {
    return has("CurrencyRef.value") ? text("CurrencyRef.value") : company.currency();
  }

  BigDecimal round(BigDecimal amount) {
    return Decimals.round(amount, currency());
  }

  LocalDate date() {
    return has("TxnDate") ? LocalDate.parse(text("TxnDate")) : company.today();
  }

  List<ObjectNode> lines() {
    return Json.stream(after, "Line").map(ObjectNode.class::cast).toList();
  }

  /** The lines of one DetailType. */
  List<ObjectNode> lines(String detailType) {
    return lines().stream()
        .filter(line -> Json.text(line, "DetailType").equals(detailType))
        .toList();
  }

  /** The item lines that count: without an item a line is only text (7.3). */
  List<ObjectNode> itemLines() {
    return lines("SalesItemLineDetail").stream()
        .filter(line -> Json.has(line, "SalesItemLineDetail.ItemRef.value"))
        .toList();
  }

  Optional<ObjectNode> discountLine() {
    return lines("DiscountLineDetail").stream().findFirst();
  }

  /** The item behind a line, unless it is QuickBooks' own shipping or gratuity. */
  Optional<Stored> item(JsonNode line) {
    var id = Json.text(line, Json.text(line, "DetailType") + ".ItemRef.value");
    return company.records().find("Item", id);
  }

  void problem(String code, String detail) {
    problems.add(Problem.of(code, detail));
  }

  void problem(String code, String detail, String element) {
    problems.add(Problem.of(code, detail, element));
  }

  List<Problem> problems() {
    return problems;
  }

  /** Ends the write if something was found so far. */
  void refuseIfWrong() {
    if (!problems.isEmpty()) {
      throw new Refused(problems);
    }
  }
}
