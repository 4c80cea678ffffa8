package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.Why;
import io.shopbooks.cli.Shell;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Hold;
import io.shopbooks.ledger.Run;
import io.shopbooks.ledger.Span;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.report.Reports;
import io.shopbooks.report.RunReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** Changes orders in the shop and their documents in QuickBooks, and looks at what came of it. */
final class Edits {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01" }
      sales: { number: { prefix: "W-" }, document: [ { when: { gateway: cod }, then: invoice } ] }
      products: { create: sold }
      taxes: { rates: { "NY State Tax + NYC City Tax": New York City } }
      """;

  private static Edits shared;

  final World world;

  Edits(World world) {
    this.world = world;
  }

  /** One world for all tests of edits, each with orders of its own. */
  static synchronized Edits shared() {
    if (shared == null) {
      shared =
          new Edits(World.of(Store.us(), Region.US, CHOICES).with("quickbooks.per-second", "10"));
      shared.world.company.lists().addItem("Sticker", "STICKER");
    }
    return shared;
  }

  /** Somebody buys, and it is brought to the books; the order. */
  int sold(NewOrder order) {
    var id = world.shop.sells(order);
    world.sync();
    assertThat(held(id)).isEmpty();
    return id;
  }

  /** The clerk sells so many pieces of the first line, each at the price it had. */
  void quantity(int order, int pieces) {
    var line = shopLine(order);
    var price = line.path("price").decimalValue();
    var money = price.multiply(BigDecimal.valueOf(pieces)).toPlainString();
    world.shop.edits(
        order,
        """
        {"line_items":[{"id":%s,"quantity":%d,"subtotal":"%s","total":"%s"}]}
        """
            .formatted(line.path("id").asText(), pieces, money, money));
  }

  /** The clerk adds a product that nobody bought before. */
  void addsLine(int order) {
    world.shop.edits(order, "{\"line_items\":[{\"product_id\":16,\"quantity\":1}]}");
  }

  /** The product of the first line is deleted in the shop. */
  void losesItsProduct(int order) {
    world.shop.goods().deletes(shopLine(order).path("product_id").asInt());
  }

  private JsonNode shopLine(int order) {
    return json(world.shop.json(order)).path("line_items").path(0);
  }

  /** A person replaces these properties of the sale in QuickBooks. */
  void person(int order, String properties) {
    var sale = sale(order);
    world.company.edit(sale.type(), sale.id(), properties);
  }

  /** A person halves the first line. */
  void personHalvesFirstLine(int order) {
    var lines = json(sale(order).json()).path("Line");
    var line = (ObjectNode) lines.path(0);
    var half = line.path("Amount").decimalValue().divide(BigDecimal.valueOf(2));
    line.put("Amount", half);
    ((ObjectNode) line.path("SalesItemLineDetail")).put("Qty", 1).put("UnitPrice", half);
    person(order, "{\"Line\":" + lines + "}");
  }

  /** A person deposits the money of the sale at the bank; answers the deposit's id. */
  String deposited(int order) {
    var sale = sale(order);
    return world
        .company
        .lists()
        .add(
            "Deposit",
            """
            {"DepositToAccountRef":{"value":"%s"},"Line":[{"Amount":%s,
            "LinkedTxn":[{"TxnId":"%s","TxnType":"SalesReceipt","TxnLineId":"0"}]}]}
            """
                .formatted(
                    world.company.lists().idOf("Account", "Checking"), sale.total(), sale.id()));
  }

  static String text(String text) {
    return TextNode.valueOf(text).toString();
  }

  /** What the books have of the order. */
  List<PretendDocument> documents(int order) {
    return world.company.documents().stream()
        .filter(
            document ->
                DocumentKey.in(document.memo(), World.REALM)
                    .filter(key -> isOf(key, order))
                    .isPresent())
        .toList();
  }

  private boolean isOf(DocumentKey key, int order) {
    return key.shopId().equals(Integer.toString(order))
        || world.shop.order(order).refunds().stream()
            .anyMatch(refund -> key.shopId().equals(Integer.toString(refund.id())));
  }

  /** The receipt or invoice of the order. */
  PretendDocument sale(int order) {
    return documents(order).stream()
        .filter(document -> document.type().matches("SalesReceipt|Invoice"))
        .reduce(
            (one, other) -> {
              throw new AssertionError("Two sales: " + one + other);
            })
        .orElseThrow();
  }

  /** The names of the items of its lines. */
  List<String> items(int order) {
    var lines = json(sale(order).json()).path("Line");
    return StreamSupport.stream(lines.spliterator(), false)
        .map(line -> line.at("/SalesItemLineDetail/ItemRef/name").asText())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  List<Hold> held(int order) {
    return Carrying.held(world, order);
  }

  List<Why> why(int order) {
    return held(order).stream().map(hold -> hold.reason().why()).toList();
  }

  void retries(int order) {
    shell("shopbooks held retry acme --order " + number(order));
  }

  void leaves(int order) {
    shell("shopbooks held ignore acme --order " + number(order) + " --reason \"As it is\"");
  }

  private String number(int order) {
    return held(order).get(0).number();
  }

  private void shell(String command) {
    var came = Shell.run(world, command);
    assertThat(came.status()).as(came.said()).isZero();
  }

  /** Reads everything of the year again. */
  void looksBack() {
    Shell.run(world, "shopbooks sync acme --since 2026-01-01");
  }

  RunReport report(Run run) {
    return world.bean(Reports.class).of(world.bean(Connections.class).named("acme"), run);
  }

  /** Whatever was sold is in the books, or the report says why not. */
  void tiesOut() {
    var always = new Span(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    var report = world.bean(Reports.class).of(world.bean(Connections.class).named("acme"), always);
    assertThat(report.totals()).isNotEmpty();
    assertThat(report.differences()).isEmpty();
  }

  /** One document, with the shop's total; nothing is held, and the report ties out. */
  void isRight(int order) {
    assertThat(held(order)).isEmpty();
    assertThat(documents(order)).hasSize(1);
    assertThat(sale(order).total()).isEqualByComparingTo(world.shop.order(order).total());
    tiesOut();
  }

  void isPaidExactly(int order) {
    assertThat(held(order)).isEmpty();
    var total = world.shop.order(order).total();
    assertThat(documents(order))
        .hasSize(2)
        .allSatisfy(document -> assertThat(document.total()).isEqualByComparingTo(total));
    assertThat(sale(order).balance()).isZero();
    tiesOut();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
