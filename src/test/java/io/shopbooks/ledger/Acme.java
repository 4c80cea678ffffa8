package io.shopbooks.ledger;

import io.shopbooks.books.Choices;
import io.shopbooks.books.Customer;
import io.shopbooks.books.CustomerPayment;
import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.DocumentLine;
import io.shopbooks.books.DocumentTax;
import io.shopbooks.books.Header;
import io.shopbooks.books.LineRole;
import io.shopbooks.books.Ref;
import io.shopbooks.books.SalesForm;
import io.shopbooks.books.Settlement;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.Address;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.sale.ShopId;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Acme's connection, orders and documents, as small as they can be. */
final class Acme {

  static final String REALM = "9341452712345678";
  static final ShopId SHOP = new ShopId("shop.example");
  static final Connection CONNECTION = connection();

  private static final Currency CAD = Currency.getInstance("CAD");
  private static final Address NOWHERE = new Address("", "", "", "", "", "", "", "", "", "");

  private Acme() {}

  static OrderKey key(String order) {
    return new OrderKey(SHOP, order);
  }

  static Money cad(String amount) {
    return Money.of(amount, CAD);
  }

  static RawOrder order(String id, String total, String... refunds) {
    return orderIn(id, total, "completed", refunds);
  }

  static RawOrder orderIn(String id, String total, String status, String... refunds) {
    var given =
        String.join(
            ",",
            List.of(refunds).stream().map(one -> "{\"id\":" + one + ",\"amount\":\"1\"}").toList());
    var json = "{\"order\":{\"id\":" + id + "},\"refunds\":[" + given + "]}";
    return new RawOrder(
        key(id),
        id,
        status,
        LedgerClock.START,
        LedgerClock.START,
        "CAD",
        total,
        json,
        String.join("|", id, total, status, given));
  }

  static DocumentKey key(DocumentKind kind, String shopId) {
    return new DocumentKey(SHOP, REALM, kind, shopId);
  }

  /** A sale taxed by this code. */
  static SalesForm sale(DocumentKind kind, String order, String total, String taxCode) {
    return form(key(kind, order), total, taxCode, List.of());
  }

  static SalesForm receipt(String order, String total) {
    return sale(DocumentKind.SALES_RECEIPT, order, total, "GST");
  }

  static SalesForm refundReceipt(String refund, String total, DocumentKey sale) {
    return form(key(DocumentKind.REFUND_RECEIPT, refund), total, "GST", List.of(sale));
  }

  static Document payment(SalesForm invoice) {
    var key = key(DocumentKind.PAYMENT, invoice.key().shopId());
    return new CustomerPayment(
        key,
        header(key, Optional.empty(), invoice.total()),
        invoice.total(),
        settlement(),
        invoice.key());
  }

  private static SalesForm form(
      DocumentKey key, String total, String taxCode, List<DocumentKey> needs) {
    var line =
        new DocumentLine(
            LineRole.GOODS,
            new Ref("1", "Online sale"),
            "Mug",
            BigDecimal.ONE,
            new BigDecimal(total),
            cad(total),
            Optional.of(new Ref(taxCode, taxCode)),
            "1");
    return new SalesForm(
        key,
        header(key, Optional.of("W" + key.shopId()), cad(total)),
        List.of(line),
        new DocumentTax(DocumentTax.Method.BY_CODE, Optional.empty(), cad("0"), List.of()),
        cad(total),
        settlement(),
        Optional.empty(),
        Optional.empty(),
        needs);
  }

  private static Settlement settlement() {
    return new Settlement(Optional.of(new Ref("7", "Stripe clearing")), Optional.empty(), "");
  }

  /** The books follow the total. */
  private static Header header(DocumentKey key, Optional<String> number, Money total) {
    return new Header(
        number,
        LocalDate.of(2026, 11, 22),
        new Customer("Ada", true, "", "", "", "", "", NOWHERE, CAD),
        NOWHERE,
        NOWHERE,
        key.marker(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        "",
        total.toString());
  }

  private static Connection connection() {
    var shop =
        new Connection.WooCommerce(
            URI.create("https://shop.example"), "ck", "cs", "", Connection.Auth.HEADER);
    return new Connection(
        "acme",
        Path.of("mappings/connections/acme.yaml"),
        new Connection.Shop(Connection.Kind.WOOCOMMERCE, Optional.of(shop), Optional.empty()),
        new Connection.Company(Optional.of(REALM), Optional.empty()),
        new Connection.Schedule(Optional.empty(), Optional.empty()),
        choices(),
        new Connection.Stock(false, 10, Connection.Negative.ZERO),
        new Connection.Report(
            List.of(), Connection.Send.NEVER, LocalTime.NOON, Locale.ENGLISH, Optional.empty()));
  }

  private static Choices choices() {
    return new Choices(
        ZoneId.of("America/Montreal"),
        LocalDate.of(2026, 11, 20),
        Choices.ClosedBooks.HOLD,
        new Choices.Sales(
            Set.of("completed"),
            List.of(),
            Choices.Unpaid.WAIT,
            Choices.SplitPayments.WHEN_PAID,
            "W",
            Choices.NumberBy.SHOP,
            Choices.CustomerKind.GENERIC,
            "WooCommerce",
            "Online sale",
            "Shipping",
            Optional.empty(),
            "Fee",
            "Tip",
            "Gift cards",
            "Rounding",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of()),
        new Choices.Credits(Choices.CreditDocument.AUTO, Set.of("refunded"), "Adjustment"),
        new Choices.Products(
            Choices.Match.SKU,
            Map.of(),
            Choices.Create.NEVER,
            "Sales",
            "Cost",
            "Stock",
            Optional.empty()),
        new Choices.Taxes(
            Choices.TaxMode.MAPPED, Map.of(), Optional.empty(), Optional.empty(), "Tax"),
        new Choices.Payments(true, false, Map.of(), Optional.empty()),
        Choices.RateSource.QUICKBOOKS);
  }
}
