package io.shopbooks.report;

import static io.shopbooks.report.Told.hold;
import static io.shopbooks.report.Told.isToldInFull;
import static io.shopbooks.report.Told.remedy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopbooks.books.Booked;
import io.shopbooks.books.Bookkeeper;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Rules;
import io.shopbooks.books.Unbookable;
import io.shopbooks.books.Why;
import io.shopbooks.sale.Sale;
import io.shopbooks.shop.Shops;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;

/** What people are told to do about each reason, provoked where it is thrown. */
@RoomTest
class RemediesTest {

  @Autowired private Shops shops;

  @TestFactory
  Stream<DynamicTest> a_remedy_is_told_in_full_and_does_away_with_its_reason() {
    return Unbooked.all().stream()
        .map(trouble -> DynamicTest.dynamicTest(trouble.name(), () -> check(trouble)));
  }

  private void check(Unbooked trouble) {
    var reason = provoked(trouble, trouble.connection());
    assertThat(reason.why()).isEqualTo(trouble.why());
    isToldInFull(reason);

    var remedy = Words.in(Locale.ENGLISH).remedy(hold(reason, trouble.order()));
    assertThat(remedy.command()).isEqualTo("shopbooks held " + trouble.command());
    if (trouble.edit().isEmpty()) {
      assertThat(remedy.kind()).isEqualTo(Remedy.Kind.COMMAND);
      return;
    }
    assertThat(remedy.kind()).isEqualTo(Remedy.Kind.EDIT);
    var edit = remedy.edit().orElseThrow();
    assertThat(edit.file()).isEqualTo("mappings/connections/acme.yaml");
    assertThat((Object) new Yaml().load(edit.yaml())).isEqualTo(new Yaml().load(trouble.edit()));
    assertThat(books(trouble, trouble.connection().with(edit.yaml()))).isNotEmpty();
  }

  /** As routes do: verdict, then the receipt. */
  private List<?> books(Unbooked trouble, AConnection connection) {
    var sale = read(trouble.order());
    var choices = connection.choices();
    var verdict = new Rules().verdict(sale, choices, Booked.NOTHING);
    assertThat(verdict.document()).isEqualTo("sales-receipt");
    return new Bookkeeper().salesReceipt(sale, choices, trouble.company(), Booked.NOTHING);
  }

  private Reason provoked(Unbooked trouble, AConnection connection) {
    var unbookable = catchThrowableOfType(Unbookable.class, () -> books(trouble, connection));
    assertThat(unbookable).as(trouble.name()).isNotNull();
    return unbookable.reason();
  }

  @Test
  void a_posted_order_that_is_no_sale_any_more_is_told_in_full() {
    for (var status : List.of("trash", "pending")) {
      var sale = read(Unbooked.order("10.00").inStatus(status));
      var posted = posted(sale);

      var unbookable =
          catchThrowableOfType(
              Unbookable.class,
              () -> new Rules().verdict(sale, AConnection.usual().choices(), posted));

      isToldInFull(unbookable.reason());
      assertThat(remedy(unbookable.reason()).command())
          .isEqualTo("shopbooks held ignore acme --order 1042 --reason \"Voided in QuickBooks\"");
    }
  }

  private static Booked posted(Sale sale) {
    var receipt =
        new Bookkeeper()
            .salesReceipt(sale, AConnection.usual().choices(), new SomeCompany(), Booked.NOTHING)
            .get(0);
    return new Booked(List.of(new Booked.Known(receipt.key(), receipt.header().number(), true)));
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void a_hold_whose_facts_are_missing_still_has_a_remedy(Why why) {
    var remedy = remedy(Reason.of(why));

    assertThat(remedy.what()).isNotBlank();
    assertThat(remedy.command()).startsWith("shopbooks held ").contains(" acme --order 1042");
  }

  @Test
  void a_setting_that_is_at_fault_is_named_with_its_file() {
    for (var why : EnumSet.of(Why.UNKNOWN_ITEM, Why.UNKNOWN_ACCOUNT, Why.UNKNOWN_TAX_CODE)) {
      var reason = Reason.of(why).with("name", "X").with("setting", "sales.default-item");
      assertThat(remedy(reason).what())
          .contains("sales.default-item")
          .contains("mappings/connections/acme.yaml");
    }
  }

  @Test
  void an_edit_reads_as_a_person_would_write_it() {
    var reason =
        Reason.of(Why.NO_TAX_CODE)
            .with("rate", "TVA \"20\"")
            .with("percent", "20 %")
            .with("proposal", "20.0% S");

    var edit = remedy(reason).edit().orElseThrow();

    assertThat(edit.key()).isEqualTo("taxes.rates.TVA \"20\"");
    assertThat(edit.yaml())
        .isEqualTo(
            """
            taxes:
              rates:
                "TVA \\"20\\"": "20.0% S\"""");
    assertThat((Object) new Yaml().load(edit.yaml()))
        .isEqualTo(Map.of("taxes", Map.of("rates", Map.of("TVA \"20\"", "20.0% S"))));
  }

  @Test
  void an_order_number_with_spaces_and_signs_is_one_word_of_the_command() {
    var reason = Reason.of(Why.REFUSED).with("said", "no");
    var hold = hold(reason, "WEB 12\"$a`");

    assertThat(Words.in(Locale.ENGLISH).remedy(hold).command())
        .isEqualTo("shopbooks held retry acme --order \"WEB 12\\\"\\$a\\`\"");
  }

  private Sale read(AnOrder order) {
    return shops.read(AConnection.usual().made(), order.raw().json());
  }
}
