package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Choices;
import io.shopbooks.books.Choices.DocumentRule;
import io.shopbooks.books.Choices.SaleDocument;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompleteFileTest {

  @TempDir Path temp;
  private AFolder folder;

  @BeforeEach
  void aFolder() {
    folder = new AFolder(temp);
    folder.environment.setProperty("ACME_WOO_KEY", "ck_acme");
    folder.environment.setProperty("ACME_WOO_SECRET", "cs_acme");
  }

  @Test
  void a_file_with_every_key_becomes_a_connection_that_says_the_same() throws IOException {
    var connection = folder.connection(text("src/test/resources/connections/complete.yaml"));

    assertThat(connection)
        .isEqualTo(
            new Connection(
                "acme",
                folder.file("acme.yaml"),
                shop(),
                new Connection.Company(Optional.of("9341452712345678"), Optional.empty()),
                new Connection.Schedule(Optional.of("0 0 * * * ?"), Optional.empty()),
                choices(),
                new Connection.Stock(false, 10, Connection.Negative.ZERO),
                new Connection.Report(
                    List.of("books@acme.example"),
                    Connection.Send.EVERY_SYNC,
                    LocalTime.of(7, 0),
                    Locale.FRENCH,
                    Optional.empty())));
    assertThat(connection.shopId().value()).isEqualTo("shop.example");
  }

  @Test
  void rates_and_payment_methods_keep_the_order_of_the_file() throws IOException {
    var choices = folder.connection(text("src/test/resources/connections/complete.yaml")).choices();

    assertThat(choices.payments().methods().keySet()).containsExactly("stripe", "stripe/EUR", "*");
    assertThat(choices.taxes().rates().keySet()).containsExactly("GST", "*");
  }

  @Test
  void the_example_file_is_right() throws IOException {
    var example = text("mappings/connections/acme.yaml.example");

    assertThat(example).startsWith("# yaml-language-server: $schema=../connection.schema.json\n");
    var choices = folder.connection(example).choices();
    assertThat(choices.sales().document())
        .containsExactly(
            rule(Set.of("cod"), Set.of(), Optional.empty(), SaleDocument.INVOICE),
            rule(
                Set.of(),
                Set.of("wholesale"),
                Optional.of(new BigDecimal("500")),
                SaleDocument.INVOICE),
            rule(Set.of(), Set.of(), Optional.empty(), SaleDocument.SALES_RECEIPT));
    assertThat(choices.taxes().rates())
        .containsEntry("GST + QST", "GST/QST QC - 9.975")
        .containsEntry("*", "Out of scope");
  }

  @Test
  void the_example_file_shows_every_key() throws IOException {
    var example = text("mappings/connections/acme.yaml.example");

    assertThat(SchemaKeys.all())
        .hasSizeGreaterThan(70)
        .allSatisfy(
            key -> {
              var word = key.path().replaceAll(".*\\.", "");
              assertThat(
                      word.matches("\\*|total|status|country|currency")
                          || example.contains(word + ":"))
                  .as(key.path())
                  .isTrue();
            });
  }

  @Test
  void the_example_file_of_a_wix_site_is_right_also_with_webhooks_and_labels() throws IOException {
    var example = text("mappings/connections/studio.yaml.example");
    assertThat(example).startsWith("# yaml-language-server: $schema=../connection.schema.json\n");
    var whole = example.replace("  # app-", "  app-").replace("  # instance-", "  instance-");

    for (var text : List.of(example, whole)) {
      var read = folder.connection(text.replaceAll("\\$\\{\\w+}", "from-outside"));
      assertThat(read.shop().kind()).isEqualTo(Connection.Kind.WIX);
      assertThat(read.schedule().cron()).contains("0 0/5 * * * ?");
      assertThat(read.choices().credits().document()).isEqualTo(Choices.CreditDocument.NONE);
    }
    assertThat(whole).isNotEqualTo(example);
  }

  @Test
  void the_example_file_is_not_loaded() throws IOException {
    Files.copy(Path.of("mappings/connections/acme.yaml.example"), folder.file("acme.yaml.example"));

    assertThat(folder.connections().all()).isEmpty();
    assertThat(folder.connections().findings()).isEmpty();
  }

  private static String text(String path) throws IOException {
    return Files.readString(Path.of(path));
  }

  private static Connection.Shop shop() {
    return new Connection.Shop(
        Connection.Kind.WOOCOMMERCE,
        Optional.of(
            new Connection.WooCommerce(
                URI.create("https://shop.example"),
                "ck_acme",
                "cs_acme",
                "",
                Connection.Auth.HEADER)),
        Optional.empty());
  }

  private static Choices choices() {
    return new Choices(
        ZoneId.of("America/Montreal"),
        LocalDate.of(2026, 1, 1),
        Choices.ClosedBooks.HOLD,
        new Choices.Sales(
            Set.of("processing", "completed"),
            List.of(
                rule(Set.of("cod"), Set.of(), Optional.empty(), SaleDocument.INVOICE),
                rule(Set.of(), Set.of(), Optional.empty(), SaleDocument.SALES_RECEIPT)),
            Choices.Unpaid.WAIT,
            Choices.SplitPayments.WHEN_PAID,
            "Wio",
            Choices.NumberBy.SHOP,
            Choices.CustomerKind.ORIGINAL,
            "WooCommerce",
            "Online sale",
            "Shipping",
            Optional.of("Discount"),
            "Fee",
            "Tip",
            "Gift cards",
            "Rounding",
            Optional.empty(),
            Optional.of("Web"),
            Optional.of("Montréal"),
            Optional.of("Net 30"),
            Map.of("Gift message", "meta:_gift_message")),
        new Choices.Credits(
            Choices.CreditDocument.AUTO, Set.of("refunded", "cancelled"), "Refund adjustment"),
        new Choices.Products(
            Choices.Match.SKU,
            Map.of("POSTER-A2", "Art poster", "88/2", "Framed print"),
            Choices.Create.SOLD,
            "Sales of Product Income",
            "Cost of Goods Sold",
            "Inventory Asset",
            Optional.of("20.0% S")),
        new Choices.Taxes(
            Choices.TaxMode.MAPPED,
            Map.of("GST", "GST/QST QC - 9.975", "*", "..."),
            Optional.of("Zero-rated"),
            Optional.of("California"),
            "Sales tax collected"),
        new Choices.Payments(
            true,
            true,
            methods(),
            Optional.of(
                new Choices.GatewayFees(
                    "Merchant fees", List.of("_stripe_fee", "PayPal Transaction Fee")))),
        Choices.RateSource.QUICKBOOKS);
  }

  private static Map<String, Choices.PaymentRule> methods() {
    var card = Optional.of("Credit Card");
    var methods = new LinkedHashMap<String, Choices.PaymentRule>();
    methods.put("stripe", new Choices.PaymentRule("Stripe clearing", card));
    methods.put("stripe/EUR", new Choices.PaymentRule("Stripe clearing EUR", card));
    methods.put("*", new Choices.PaymentRule("Undeposited Funds", Optional.empty()));
    return methods;
  }

  private static DocumentRule rule(
      Set<String> gateway, Set<String> role, Optional<BigDecimal> from, SaleDocument then) {
    return new DocumentRule(
        Set.of(), gateway, role, Set.of(), Set.of(), from, Optional.empty(), then);
  }
}
