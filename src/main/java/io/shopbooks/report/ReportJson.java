package io.shopbooks.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.shopbooks.sale.Money;

/** A report as one line of JSON (DESIGN 6). */
final class ReportJson {

  private ReportJson() {}

  static String of(RunReport report) {
    var json = JsonNodeFactory.instance.objectNode();
    var counts = report.counts();
    json.put("connection", report.connection());
    json.put("received", counts.received());
    json.put("posted", counts.posted());
    json.put("updated", counts.updated());
    json.put("skipped", counts.skippedInAll());
    json.put("held", report.held().size());
    json.put("doubtful", counts.doubtful());
    var documents = json.putArray("documents");
    for (var entry : report.documents()) {
      documents
          .addObject()
          .put("order", entry.order())
          .put("kind", entry.kind())
          .put("number", entry.number())
          .put("total", amount(entry.total()))
          .put("currency", entry.total().currency().getCurrencyCode())
          .put("state", entry.state())
          .put("quickbooksId", entry.quickbooksId())
          .put("reason", entry.reason());
    }
    var totals = json.putArray("totals");
    for (var one : report.totals()) {
      totals
          .addObject()
          .put("currency", one.currency().getCurrencyCode())
          .put("shop", amount(one.shop()))
          .put("books", amount(one.books()))
          .put("explained", amount(one.explained()))
          .put("unexplained", amount(one.unexplained()));
    }
    return json.toString();
  }

  /** With the currency's decimals, and more only where they are worth something: "28.28". */
  private static String amount(Money money) {
    return new Money(money.amount().stripTrailingZeros(), money.currency()).text();
  }
}
