package io.shopbooks.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Account;
import io.shopbooks.books.Ref;
import io.shopbooks.books.TaxCode;
import io.shopbooks.quickbooks.CompanyLists;
import io.shopbooks.setup.Choice.Because;
import io.shopbooks.setup.Choice.Suggestion;
import io.shopbooks.shop.Probe;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  private static final List<Account> ACCOUNTS =
      List.of(
          account("Stripe clearing", "Bank"),
          account("Undeposited Funds", "Other Current Asset"),
          account("Stripe loan", "Long Term Liability"),
          account("Product sales", "Income"),
          account("Bank charges", "Expense"),
          account("Inventory Asset", "Other Current Asset"),
          account("Cost of sales", "Cost of Goods Sold"));

  @Test
  void rates_of_one_line_are_the_code_that_is_made_of_them() {
    var choices =
        choices(
            "CA",
            List.of(
                code("GST", "5"), code("GST/QST QC - 9.975", "5", "9.975"), code("HST ON", "13")),
            rate("GST", "5", "CA"),
            rate("QST", "9.975", "CA QC"),
            rate("HST", "13", "CA ON"));

    assertThat(choices.get("taxes.rates.GST")).contains(new Suggestion("GST", Because.SAME_RATE));
    assertThat(choices.get("taxes.rates.GST + QST"))
        .contains(new Suggestion("GST/QST QC - 9.975", Because.SAME_RATE));
    assertThat(choices.get("taxes.rates.HST").map(Suggestion::name)).contains("HST ON");
    assertThat(choices.get("taxes.rates.QST")).as("no code has this rate alone").isEmpty();
  }

  @Test
  void rates_of_different_places_are_never_on_one_line() {
    var choices =
        choices(
            "CA",
            List.of(code("GST/PST", "5", "7")),
            rate("GST", "5", "CA ON"),
            rate("PST", "7", "CA BC"));

    assertThat(choices).doesNotContainKey("taxes.rates.GST + PST");
  }

  @Test
  void of_several_codes_of_one_rate_the_name_decides() {
    var choices =
        choices(
            "GB",
            List.of(code("20.0% ECG", "20"), code("20.0% Standard", "20"), code("0.0% Z", "0")),
            rate("Standard VAT", "20", "GB"));

    assertThat(choices.get("taxes.rates.Standard VAT").map(Suggestion::name))
        .contains("20.0% Standard");
  }

  @Test
  void a_part_that_is_counted_on_tax_is_counted_so() {
    var compound =
        new TaxCode(
            new Ref("9", "Old QST"),
            List.of(
                new TaxCode.Rate(new Ref("1", "GST"), new BigDecimal("5"), false),
                new TaxCode.Rate(new Ref("2", "QST"), new BigDecimal("10"), true)));

    assertThat(
            choices("CA", List.of(compound), rate("Combined", "15.5", "CA"))
                .get("taxes.rates.Combined"))
        .isPresent();
  }

  @Test
  void lines_without_tax_get_the_exempt_code_before_any_other_of_nothing() {
    var choices =
        choices("CA", List.of(code("Zero-rated", "0"), code("Exempt", "0"), code("GST", "5")));

    assertThat(choices.get("taxes.untaxed").map(Suggestion::name)).contains("Exempt");
  }

  @Test
  void a_us_company_has_one_code_for_all() {
    var choices =
        choices(
            "US",
            List.of(code("California", "7.25"), code("Out of scope", "0")),
            rate("CA", "7.25", "US CA"));

    assertThat(choices.get("taxes.us-code").map(Suggestion::name)).contains("California");
    assertThat(choices.keySet()).noneMatch(key -> key.startsWith("taxes.rates"));
  }

  @Test
  void a_gateway_goes_to_an_account_that_holds_money_and_has_its_name() {
    var choices = choices("US", List.of());

    assertThat(choices.get("payments.methods.stripe.account"))
        .contains(new Suggestion("Stripe clearing", Because.SIMILAR_NAME));
    assertThat(choices.get("payments.methods.stripe.method").map(Suggestion::name))
        .contains("Credit Card");
    assertThat(choices.get("payments.methods.cod.account"))
        .contains(new Suggestion("Undeposited Funds", Because.USUAL));
    assertThat(choices.get("payments.methods.klarna.account")).as("nobody knows").isEmpty();
    assertThat(choices).doesNotContainKey("payments.methods.off.account");
  }

  @Test
  void accounts_and_items_are_told_by_type_and_name() {
    var choices = choices("US", List.of());

    assertThat(choices.get("products.income-account").map(Suggestion::name))
        .contains("Product sales");
    assertThat(choices.get("payments.fees.account").map(Suggestion::name)).contains("Bank charges");
    assertThat(choices.get("sales.shipping-item").map(Suggestion::name)).contains("Frais de port");
    assertThat(choices.get("sales.tip-item")).as("no item is like it").isEmpty();
    assertThat(choices).as("the company tracks no locations").doesNotContainKey("sales.location");
    assertThat(choices.get("sales.class").map(Suggestion::name)).contains("Online");
  }

  private static Map<String, Optional<Suggestion>> choices(
      String country, List<TaxCode> codes, Probe.TaxRate... rates) {
    var company =
        new CompanyLists(
            country,
            Currency.getInstance("USD"),
            ACCOUNTS,
            List.of("Frais de port", "Mug", "Hours"),
            codes,
            List.of("Cash", "Credit Card"),
            List.of("Retail", "Online"),
            List.of(),
            List.of());
    var gateways =
        List.of(
            new Probe.Gateway("stripe", "Credit card (Stripe)", true),
            new Probe.Gateway("cod", "Cash on delivery", true),
            new Probe.Gateway("klarna", "Klarna", true),
            new Probe.Gateway("off", "Off", false));
    var settings =
        new Probe.Settings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var shop = new Probe(true, settings, Set.of(), gateways, List.of(rates), List.of(), List.of());
    return Suggestions.of(company, shop).stream()
        .collect(Collectors.toMap(Choice::key, Choice::suggestion));
  }

  private static Account account(String name, String type) {
    return new Account(new Ref(name, name), type, Currency.getInstance("USD"));
  }

  private static TaxCode code(String name, String... percents) {
    Function<String, TaxCode.Rate> rate =
        percent -> new TaxCode.Rate(new Ref(percent, percent), new BigDecimal(percent), false);
    return new TaxCode(new Ref(name, name), Arrays.stream(percents).map(rate).toList());
  }

  private static Probe.TaxRate rate(String name, String percent, String region) {
    return new Probe.TaxRate(name, name, new BigDecimal(percent), region);
  }
}
