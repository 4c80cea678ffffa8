package io.shopbooks.books;

import static io.shopbooks.books.Booking.usd;
import static io.shopbooks.books.PaymentsTest.american;
import static io.shopbooks.books.PaymentsTest.forms;
import static io.shopbooks.books.PaymentsTest.shirts;
import static io.shopbooks.books.PaymentsTest.toTwoAccounts;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is given back of orders that are paid in parts. */
class PaidBackTest {

  private final Booking books = american(choices());
  private final Booking perPayment = american(choices().perPayment());
  private final Rules rules = new Rules();

  @Test
  void an_order_cancelled_after_its_deposit_is_credited_with_what_was_paid() {
    var sale = shirts().paidInPart("a", 0, "30", "stripe").status("cancelled");

    var verdict = rules.verdict(sale.sale(), choices().chosen(), Booked.NOTHING);
    var receipts = books.receipts(sale);
    var credits = books.credits(sale, Booking.inBooks(receipts));

    assertThat(verdict.word()).isEqualTo("credit");
    assertThat(receipts).extracting(Document::total).containsExactly(usd("30"));
    assertThat(credits).extracting(Document::total).containsExactly(usd("30"));
    assertThat(credits.get(0).key().kind()).isEqualTo(DocumentKind.CREDIT_MEMO);
  }

  @Test
  void what_is_given_back_of_an_invoice_paid_in_part_needs_a_person() {
    var sale = shirts().paidInPart("a", 0, "30", "stripe").refunded("1043", 2, "10");
    var booked = Booking.inBooks(books.invoices(sale));

    assertThatThrownBy(() -> books.credits(sale, booked))
        .hasMessage("paid-in-part {amount=10.00 USD, paid=30.00 USD, total=108.88 USD}");
  }

  @Test
  void a_refund_comes_out_of_the_newest_payment_that_is_large_enough() {
    var sale = toTwoAccounts().refunded("1", 10, "70").refunded("2", 11, "20");
    var booked = Booking.inBooks(perPayment.receipts(sale));

    var refunds = forms(perPayment.credits(sale, booked));

    assertThat(refunds)
        .extracting(refund -> refund.settlement().account().orElseThrow().name())
        .containsExactly("Undeposited Funds", "Stripe clearing");
    assertThat(refunds.get(0).needs()).hasSize(2);
  }

  @Test
  void a_refund_comes_out_of_the_payment_that_it_names() {
    var sale = toTwoAccounts().refundedTo("a", "1", 10, "20").refunded("2", 11, "20");
    var booked = Booking.inBooks(perPayment.receipts(sale));

    var refunds = forms(perPayment.credits(sale, booked));

    assertThat(refunds)
        .extracting(refund -> refund.settlement().account().orElseThrow().name())
        .containsExactly("Stripe clearing", "Undeposited Funds");
  }

  @Test
  void a_refund_larger_than_each_payment_needs_a_person_unless_they_share_an_account() {
    var two = toTwoAccounts().refunded("1", 10, "100");
    var one =
        shirts()
            .paidInPart("a", 0, "30", "stripe")
            .paidInPart("b", 9, "78.88", "stripe")
            .refunded("1", 10, "100");

    assertThatThrownBy(() -> perPayment.credits(two, Booking.inBooks(perPayment.receipts(two))))
        .hasMessageStartingWith("several-accounts {accounts=")
        .hasMessageContaining("refund=1");
    assertThat(perPayment.credits(one, Booking.inBooks(perPayment.receipts(one)))).hasSize(1);
  }
}
