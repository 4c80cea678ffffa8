package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.books.Choices.CreditDocument;
import io.shopbooks.books.Choices.DocumentRule;
import io.shopbooks.books.Choices.SaleDocument;
import io.shopbooks.books.Choices.Unpaid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

  private final Rules rules = new Rules();

  /** status, paid?, in the books before? → what it becomes, and why. */
  @ParameterizedTest
  @CsvSource({
    "processing,     yes, no,  sale,    ''",
    "processing,     no,  no,  wait,    not-paid-yet",
    "processing,     no,  yes, sale,    ''",
    "completed,      yes, yes, sale,    ''",
    "pending,        no,  no,  wait,    status-not-chosen",
    "on-hold,        no,  no,  wait,    status-not-chosen",
    "awaiting-pickup,yes, no,  wait,    status-not-chosen",
    "awaiting-pickup,yes, yes, sale,    ''",
    "failed,         no,  no,  nothing, status-never-sale",
    "checkout-draft, no,  no,  nothing, status-never-sale",
    "auto-draft,     no,  no,  nothing, status-never-sale",
    "trash,          yes, no,  nothing, status-never-sale",
    "cancelled,      no,  no,  nothing, never-paid",
    "cancelled,      yes, no,  credit,  ''",
    "cancelled,      no,  yes, credit,  ''",
    "refunded,       yes, yes, credit,  ''",
    "unmatched,      yes, yes, wait,    unmatched",
    "told-elsewhere, yes, no,  nothing, told-elsewhere",
    "told-elsewhere, yes, yes, sale,    ''"
  })
  void an_order_becomes_what_its_status_says(
      String status, String paid, String before, String verdict, String because) {
    var sale = aSale().of("Mug", "10").status(status);
    var booked = before.equals("yes") ? receiptInBooks() : Booked.NOTHING;

    var said = rules.verdict((paid.equals("yes") ? sale : sale.unpaid()).sale(), some(), booked);

    assertThat(said.word()).isEqualTo(verdict);
    assertThat(said.because()).isEqualTo(because);
  }

  @ParameterizedTest
  @CsvSource({
    "trash,order-deleted",
    "unmatched-late,payment-unmatched",
    "pending,status-went-back",
    "on-hold,status-went-back",
    "failed,status-went-back"
  })
  void a_booked_order_that_is_no_sale_any_more_needs_a_person(String status, String why) {
    var sale = aSale().of("Mug", "10").status(status).sale();

    assertThatThrownBy(() -> rules.verdict(sale, some(), receiptInBooks()))
        .hasMessageStartingWith(why);
  }

  @ParameterizedTest
  @CsvSource({"WAIT,wait,''", "INVOICE,sale,invoice", "RECEIPT,sale,sales-receipt"})
  void an_unpaid_order_becomes_what_the_connection_says(
      Unpaid chosen, String verdict, String document) {
    var sale = aSale().of("Mug", "10").unpaid().sale();

    var said = rules.verdict(sale, choices().unpaid(chosen).chosen(), Booked.NOTHING);

    assertThat(said.word()).isEqualTo(verdict);
    assertThat(said.document()).isEqualTo(document);
  }

  @Test
  void what_a_rule_makes_an_invoice_is_one_paid_or_not() {
    var always = choices().always(SaleDocument.INVOICE).chosen();

    assertThat(rules.verdict(aSale().of("Mug", "1").sale(), always, Booked.NOTHING).document())
        .isEqualTo("invoice");
    assertThat(rules.verdict(aSale().of("Mug", "1").unpaid().sale(), always, Booked.NOTHING).word())
        .isEqualTo("sale");
  }

  @Test
  void the_first_rule_whose_conditions_all_hold_decides() {
    var chosen =
        choices()
            .rule(when("wholesale", "CA", "100", null, SaleDocument.INVOICE))
            .rule(when(null, "FR", null, null, SaleDocument.INVOICE))
            .rule(when(null, null, "1000", "2000", SaleDocument.INVOICE))
            .chosen();

    assertThat(document(aSale().of("Mug", "100").role("wholesale").from("CA"), chosen))
        .isEqualTo("invoice");
    assertThat(document(aSale().of("Mug", "99.99").role("wholesale").from("CA"), chosen))
        .isEqualTo("sales-receipt");
    assertThat(document(aSale().of("Mug", "100").from("CA"), chosen)).isEqualTo("sales-receipt");
    assertThat(document(aSale().of("Mug", "1").from("FR"), chosen)).isEqualTo("invoice");
    assertThat(document(aSale().of("Mug", "1000"), chosen)).isEqualTo("invoice");
    assertThat(document(aSale().of("Mug", "2000"), chosen)).isEqualTo("sales-receipt");
  }

  @Test
  void a_sale_in_the_books_stays_the_document_it_is() {
    var always = choices().always(SaleDocument.INVOICE).chosen();

    assertThat(rules.verdict(aSale().of("Mug", "1").sale(), always, receiptInBooks()).document())
        .isEqualTo("sales-receipt");
  }

  @Test
  void a_sale_with_a_refund_is_credited_in_a_sales_status_too() {
    var sale = aSale().of("Mug", "10").refunded("1043", 3, "4").sale();

    assertThat(rules.verdict(sale, some(), Booked.NOTHING).word()).isEqualTo("credit");
  }

  @Test
  void the_start_date_is_a_day_in_the_zone_of_the_connection() {
    var newYear = choices().from("2026-01-01").zone("America/New_York").chosen();
    var before = aSale().of("Mug", "1").created("2026-01-01T04:59:59Z").sale();
    var after = aSale().of("Mug", "1").created("2026-01-01T05:00:00Z").sale();

    assertThat(rules.verdict(before, newYear, Booked.NOTHING).because())
        .isEqualTo("before-start-date");
    assertThat(rules.verdict(after, newYear, Booked.NOTHING).word()).isEqualTo("sale");
  }

  @Test
  void a_late_refund_of_an_older_order_needs_a_person_and_an_early_one_does_not() {
    var chosen = choices().from("2026-03-15").chosen();
    var late = aSale().of("Mug", "10").refunded("1043", 5, "4").sale();
    var early = aSale().of("Mug", "10").refunded("1043", 4, "4").sale();

    assertThatThrownBy(() -> rules.verdict(late, chosen, Booked.NOTHING))
        .hasMessage("refund-of-older-order {refund=1043, amount=4.00 USD, start=2026-03-15}");
    assertThat(rules.verdict(early, chosen, Booked.NOTHING).because())
        .isEqualTo("before-start-date");
  }

  /** choice, paid?, cancelled without a refund?, receipt in the books? → the credit. */
  @ParameterizedTest
  @CsvSource({
    "AUTO,           yes, no,  no,  refund-receipt",
    "AUTO,           no,  no,  no,  credit-memo",
    "AUTO,           no,  no,  yes, refund-receipt",
    "AUTO,           yes, yes, yes, credit-memo",
    "AUTO,           no,  yes, yes, refund-receipt",
    "REFUND_RECEIPT, yes, no,  no,  refund-receipt",
    "REFUND_RECEIPT, no,  no,  no,  credit-memo",
    "CREDIT_MEMO,    yes, no,  yes, credit-memo",
    "NONE,           yes, no,  yes, none",
    "NONE,           yes, yes, yes, none"
  })
  void money_paid_back_is_a_refund_receipt_and_everything_else_a_credit_memo(
      CreditDocument chosen, String paid, String cancelled, String receipt, String credit) {
    var told = aSale().of("Mug", "10").status(cancelled.equals("yes") ? "cancelled" : "completed");
    if (cancelled.equals("no")) {
      told.refunded("1043", 1, "4");
    }
    var sale = (paid.equals("yes") ? told : told.unpaid()).sale();
    var booked = receipt.equals("yes") ? receiptInBooks() : Booked.NOTHING;
    var all = choices().credit(chosen).chosen();
    var refund = rules.credits(sale, all, booked).get(0);

    assertThat(rules.credit(sale, refund, all, booked)).isEqualTo(credit);
  }

  private String document(ASale sale, Choices chosen) {
    return rules.verdict(sale.sale(), chosen, Booked.NOTHING).document();
  }

  private static DocumentRule when(
      String role, String country, String from, String below, SaleDocument then) {
    return new DocumentRule(
        Set.of(),
        Set.of(),
        role == null ? Set.of() : Set.of(role),
        country == null ? Set.of() : Set.of(country),
        Set.of(),
        Optional.ofNullable(from).map(BigDecimal::new),
        Optional.ofNullable(below).map(BigDecimal::new),
        then);
  }

  private static Choices some() {
    return choices().chosen();
  }

  private static Booked receiptInBooks() {
    var key = new DocumentKey(ASale.SHOP, "9341", DocumentKind.SALES_RECEIPT, "1042");
    return new Booked(List.of(new Booked.Known(key, Optional.of("W-1042"), true)));
  }
}
