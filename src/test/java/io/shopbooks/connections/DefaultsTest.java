package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Choices;
import io.shopbooks.books.Choices.SaleDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultsTest {

  @TempDir Path temp;
  private AFolder folder;

  @BeforeEach
  void aFolder() {
    folder = new AFolder(temp);
  }

  @Test
  void the_least_a_shop_of_woocommerce_says_is_enough() {
    var connection = folder.connection(AFolder.LEAST);

    assertThat(connection.schedule().cron()).contains("0 0 * * * ?");
    assertThat(connection.company())
        .isEqualTo(new Connection.Company(Optional.empty(), Optional.empty()));
    assertThat(connection.shop().woocommerce().orElseThrow().auth())
        .isEqualTo(Connection.Auth.HEADER);
    assertThat(connection.shop().woocommerce().orElseThrow().webhookSecret()).isEmpty();
    assertThat(connection.stock())
        .isEqualTo(new Connection.Stock(false, 10, Connection.Negative.ZERO));
    assertThat(connection.report())
        .isEqualTo(
            new Connection.Report(
                List.of(),
                Connection.Send.EVERY_SYNC,
                LocalTime.of(7, 0),
                Locale.ENGLISH,
                Optional.empty()));
    assertThat(connection.choices())
        .isEqualTo(
            new Choices(
                ZoneId.of("Europe/Paris"),
                LocalDate.of(2026, 1, 1),
                Choices.ClosedBooks.HOLD,
                sales("WooCommerce", Choices.SplitPayments.WHEN_PAID, "processing", "completed"),
                credits(Choices.CreditDocument.AUTO),
                products(),
                taxes(),
                payments(),
                Choices.RateSource.QUICKBOOKS));
  }

  @Test
  void a_wix_site_syncs_every_five_minutes_and_books_no_credits() {
    var connection = folder.connection(AFolder.LEAST_WIX);

    assertThat(connection.schedule().cron()).contains("0 0/5 * * * ?");
    assertThat(connection.choices().sales())
        .isEqualTo(sales("Wix", Choices.SplitPayments.PER_PAYMENT, "paid"));
    assertThat(connection.choices().credits()).isEqualTo(credits(Choices.CreditDocument.NONE));
    assertThat(connection.choices().startDate()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(connection.shop().wix())
        .contains(
            new Connection.Wix(
                "01234567-89ab-cdef-0123-456789abcdef",
                "key",
                Optional.empty(),
                Optional.empty(),
                Map.of()));
  }

  @Test
  void the_first_day_of_a_wix_site_is_of_the_year_in_its_own_zone() {
    // Still 31 December in Montreal.
    folder.clock.set(Instant.parse("2027-01-01T04:59:59Z"));

    assertThat(folder.connection(AFolder.LEAST_WIX).choices().startDate())
        .isEqualTo(LocalDate.of(2026, 1, 1));
  }

  @Test
  void the_first_day_of_a_wix_site_stays_at_new_year() {
    var kept = new HashMap<String, LocalDate>();
    folder.starts =
        (shop, proposed) -> {
          kept.putIfAbsent(shop.value(), proposed);
          return kept.get(shop.value());
        };
    folder.connection(AFolder.LEAST_WIX);

    folder.clock.goOn(Duration.ofDays(60));

    assertThat(folder.connections().named("acme").choices().startDate())
        .isEqualTo(LocalDate.of(2026, 1, 1));
  }

  @Test
  void a_catalogue_is_carried_every_night_where_all_products_become_items() {
    var all = AFolder.LEAST + "products: { create: all }\n";

    assertThat(folder.connection(AFolder.LEAST).schedule().products()).isEmpty();
    assertThat(folder.connection(all).schedule().products()).contains("0 30 3 * * ?");
    assertThat(
            folder.connection(all.replace("all }", "all, schedule: off }")).schedule().products())
        .isEmpty();
  }

  @Test
  void a_schedule_that_is_off_is_none() {
    var connection = folder.connection(AFolder.LEAST + "  schedule: off\n");

    assertThat(connection.schedule().cron()).isEmpty();
  }

  @Test
  void an_empty_text_is_as_good_as_none() {
    var connection =
        folder.connection(
            AFolder.LEAST
                + """
                company: { realm: "" }
                sales: { class: "", discount-item: "" }
                report: { heartbeat-url: "" }
                """);

    assertThat(connection.company().realm()).isEmpty();
    assertThat(connection.choices().sales().className()).isEmpty();
    assertThat(connection.choices().sales().discountItem()).isEmpty();
    assertThat(connection.report().heartbeat()).isEmpty();
  }

  @Test
  void a_section_whose_lines_are_all_commented_out_has_its_defaults() {
    var connection = folder.connection(AFolder.LEAST + "stock:\n#  enabled: true\n");

    assertThat(connection.stock().zeroGuard()).isEqualTo(10);
  }

  @Test
  void methods_that_are_given_replace_the_default_ones() {
    var connection =
        folder.connection(AFolder.LEAST + "payments: { methods: { stripe: { account: Bank } } }\n");

    assertThat(connection.choices().payments().methods()).containsOnlyKeys("stripe");
  }

  private static Choices.Sales sales(
      String genericCustomer, Choices.SplitPayments split, String... statuses) {
    return new Choices.Sales(
        Set.of(statuses),
        List.of(
            new Choices.DocumentRule(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                SaleDocument.SALES_RECEIPT)),
        Choices.Unpaid.WAIT,
        split,
        "",
        Choices.NumberBy.SHOP,
        Choices.CustomerKind.ORIGINAL,
        genericCustomer,
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
        Map.of());
  }

  private static Choices.Credits credits(Choices.CreditDocument document) {
    return new Choices.Credits(document, Set.of("refunded", "cancelled"), "Refund adjustment");
  }

  private static Choices.Products products() {
    return new Choices.Products(
        Choices.Match.SKU,
        Map.of(),
        Choices.Create.SOLD,
        "Sales of Product Income",
        "Cost of Goods Sold",
        "Inventory Asset",
        Optional.empty());
  }

  private static Choices.Taxes taxes() {
    return new Choices.Taxes(
        Choices.TaxMode.MAPPED,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        "Sales tax collected");
  }

  private static Choices.Payments payments() {
    return new Choices.Payments(
        true,
        true,
        Map.of("*", new Choices.PaymentRule("Undeposited Funds", Optional.empty())),
        Optional.empty());
  }
}
