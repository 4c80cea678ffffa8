package io.shopbooks.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.sale.Money;

/** A report as one line of JSON (DESIGN 6). */
final class ReportJson {

  private ReportJson() {}

  static String of(RunReport report) {
    return json(report).toString();
  }

  /** The same with every cut of the tie-out, open credits, and what people left out. */
  static String of(Proof proof) {
    var json = json(proof.report());
    json.put("closed", proof.isClosed());
    json.put("stockWaiting", proof.stockWaiting());
    var cuts = json.putArray("cuts");
    for (var cut : proof.tieOut().cuts()) {
      var one = cuts.addObject();
      one.put("by", cut.by().word());
      one.put("currency", cut.currency().getCurrencyCode());
      one.put("closed", cut.isClosed());
      var rows = one.putArray("rows");
      cut.rows().forEach(row -> row(rows.addObject(), row));
    }
    var credits = json.putArray("openCredits");
    for (var credit : proof.openCredits()) {
      credits
          .addObject()
          .put("order", credit.order())
          .put("number", credit.number())
          .put("total", amount(credit.total()))
          .put("currency", credit.total().currency().getCurrencyCode());
    }
    var left = json.putArray("leftOut");
    for (var one : proof.leftOut()) {
      left.addObject()
          .put("order", one.order())
          .put("reason", one.reason().why().word())
          .put("amount", amount(Stakes.of(one.reason(), one.money())))
          .put("currency", one.money().currency().getCurrencyCode())
          .put("note", one.note());
    }
    return json.toString();
  }

  private static void row(ObjectNode json, TieOut.Row row) {
    json.put("key", row.key());
    json.put("shop", amount(row.shop()));
    json.put("ledger", amount(row.ledger()));
    json.put("books", amount(row.books()));
    var explained = json.putObject("explained");
    row.parts().forEach((by, money) -> explained.put(by.word(), amount(money)));
    json.put("unexplained", amount(row.unexplained()));
  }

  private static ObjectNode json(RunReport report) {
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
    return json;
  }

  /** With the currency's decimals, and more only where they are worth something: "28.28". */
  private static String amount(Money money) {
    return new Money(money.amount().stripTrailingZeros(), money.currency()).text();
  }
}
