package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.Booking.usd;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.books.Choices.SaleDocument;
import io.shopbooks.books.Choices.Unpaid;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orders that are paid in parts. */
class PaymentsTest {

  private final Booking books = american(choices());
  private final Booking perPayment = american(choices().perPayment());
  private final Rules rules = new Rules();

  @Test
  void an_invoice_gets_a_payment_for_each_part_and_the_rest_stays_open() {
    var documents = books.invoices(shirts().paidInPart("a", 0, "30", "stripe"));

    assertThat(documents).hasSize(2);
    var payment = (CustomerPayment) documents.get(1);
    assertThat(payment.key().shopId()).isEqualTo("1042/a");
    assertThat(payment.total()).isEqualTo(usd("30"));
    assertThat(payment.settlement().reference()).isEqualTo("ch_a");
    assertThat(payment.header().memo()).contains("ch_a");
    assertThat(payment.invoice()).isEqualTo(documents.get(0).key());
  }

  @Test
  void each_payment_of_an_invoice_has_its_day_and_account() {
    var documents =
        books.invoices(
            shirts().paidInPart("a", 0, "30", "stripe").paidInPart("b", 9, "78.88", "cod"));

    assertThat(documents.stream().skip(1).map(CustomerPayment.class::cast))
        .extracting(payment -> payment.settlement().account().orElseThrow().name())
        .containsExactly("Stripe clearing", "Undeposited Funds");
    assertThat(documents.get(2).header().date())
        .isEqualTo(documents.get(1).header().date().plusDays(9));
  }

  @Test
  void what_was_paid_before_the_start_date_has_its_share_and_no_document() {
    var chosen = choices().perPayment().from("2026-03-15");
    var since = american(chosen);

    var two = shirts().paidInPart("a", 0, "30", "stripe").paidInPart("b", 9, "78.88", "cod");
    var rest = since.receipts(two);

    assertThat(rest).isEqualTo(perPayment.receipts(two).subList(1, 2));
    assertThat(since.receipts(two, Booking.inBooks(rest))).isEqualTo(rest);
    assertThat(new Bookkeeper().earlier(two.sale(), chosen.chosen(), Booked.NOTHING))
        .isEqualTo(usd("30"));
    assertThat(since.invoices(two)).extracting(Document::total).last().isEqualTo(usd("78.88"));
    assertThat(since.invoices(two)).hasSize(2);
    var both = Booking.inBooks(perPayment.receipts(two));
    assertThat(since.receipts(two, both)).as("what is in the books stays").hasSize(2);
    assertThat(new Bookkeeper().earlier(two.sale(), chosen.chosen(), both)).isEqualTo(usd("0"));
  }

  @Test
  void payments_never_come_to_more_than_the_invoice() {
    var documents =
        books.invoices(
            shirts()
                .paidInPart("a", 0, "100", "stripe")
                .paidInPart("b", 1, "10", "stripe")
                .paidInPart("c", 2, "5", "stripe"));

    assertThat(documents.stream().map(Document::total))
        .containsExactly(usd("108.88"), usd("100"), usd("8.88"));
    assertThat(documents.get(2).header().memo()).contains("Of 10.00 USD received");
  }

  @Test
  void an_invoice_that_was_booked_with_one_payment_keeps_it() {
    var booked = Booking.inBooks(books.invoices(shirts()));

    var documents =
        books.invoices(
            shirts().paidInPart("a", 0, "30", "stripe").paidInPart("b", 9, "78.88", "cod"), booked);

    assertThat(documents).singleElement().isInstanceOf(SalesForm.class);
  }

  @Test
  void a_payment_that_is_in_the_books_and_gone_in_the_shop_needs_a_person() {
    var two = shirts().paidInPart("a", 0, "30", "stripe").paidInPart("b", 9, "78.88", "cod");
    var booked = Booking.inBooks(books.invoices(two));

    assertThatThrownBy(() -> books.invoices(shirts().paidInPart("a", 0, "30", "stripe"), booked))
        .hasMessage("payment-withdrawn {document=payment, payment=1042/b}");
    assertThatThrownBy(() -> books.invoices(shirts(), booked))
        .hasMessageStartingWith("payment-withdrawn");
  }

  @Test
  void one_receipt_names_all_payments_and_has_the_account_they_share() {
    var receipt =
        books.receipt(
            shirts().paidInPart("a", 0, "30", "stripe").paidInPart("b", 9, "78.88", "stripe"));

    assertThat(receipt.key().shopId()).isEqualTo("1042");
    assertThat(receipt.total()).isEqualTo(usd("108.88"));
    assertThat(receipt.settlement().reference()).isEqualTo("ch_b");
    assertThat(receipt.header().memo()).contains("ch_a").contains("ch_b");
  }

  @Test
  void payments_to_two_accounts_are_no_one_receipt() {
    assertThatThrownBy(() -> books.receipts(toTwoAccounts()))
        .hasMessage("several-accounts {accounts=Stripe clearing, Undeposited Funds}");
    assertThat(perPayment.receipts(toTwoAccounts())).hasSize(2);
  }

  @Test
  void each_receipt_comes_to_its_payment_and_tells_the_quantity_in_words() {
    var receipts = forms(perPayment.receipts(toTwoAccounts()));

    assertThat(receipts).extracting(SalesForm::total).containsExactly(usd("30"), usd("78.88"));
    assertThat(receipts)
        .extracting(receipt -> receipt.header().number().orElseThrow())
        .containsExactly("W-1042", "W-1042-2");
    var shirts = receipts.get(0).lines().get(0);
    assertThat(shirts.description()).isEqualTo("3 × Shirt");
    assertThat(shirts.quantity()).isEqualByComparingTo("1");
    assertThat(Stream.of(0, 1).map(i -> receipts.get(i).lines().get(0).amount()))
        .containsExactly(usd("24.80"), usd("65.20"));
    assertThat(Stream.of(0, 1).map(i -> receipts.get(i).tax().total()))
        .containsExactly(usd("2.45"), usd("6.43"));
  }

  @Test
  void a_receipt_keeps_number_and_amount_when_older_payments_are_told_later() {
    var first = perPayment.receipts(shirts().paidInPart("b", 9, "78.88", "cod"));
    var then = perPayment.receipts(toTwoAccounts(), Booking.inBooks(first));

    assertThat(forms(then).get(0)).usingRecursiveComparison().isEqualTo(forms(first).get(0));
    assertThat(then.get(1).key().shopId()).isEqualTo("1042/a");
    assertThat(then.get(1).header().number()).contains("W-1042-2");
  }

  @Test
  void counted_goods_leave_the_shelf_with_the_first_receipt() {
    var sale =
        aSale()
            .of("3", "Counted", "90")
            .paidInPart("a", 0, "30", "stripe")
            .paidInPart("b", 1, "60", "stripe");
    var counting =
        new Booking(
            choices().perPayment(),
            FakeCompany.american().item("Counted", "COUNTED", Item.Type.INVENTORY));

    var receipts = forms(counting.receipts(sale));

    assertThat(receipts.get(0).lines().get(0).quantity()).isEqualByComparingTo("3");
    assertThat(receipts.get(0).lines().get(0).amount()).isEqualTo(usd("30"));
    assertThat(receipts.get(1).lines().get(0).item().name()).isEqualTo("Online sale");
    assertThat(receipts.get(1).lines().get(0).description()).isEqualTo("3 × Counted");
  }

  @Test
  void an_order_paid_in_part_waits_is_owed_or_has_its_receipts() {
    var deposit = shirts().paidInPart("a", 0, "30", "stripe").sale();

    var waits = rules.verdict(deposit, choices().chosen(), Booked.NOTHING);
    assertThat(waits.word()).isEqualTo("wait");
    assertThat(waits.because()).isEqualTo("paid-in-part");
    assertThat(
            rules
                .verdict(deposit, choices().unpaid(Unpaid.INVOICE).chosen(), Booked.NOTHING)
                .document())
        .isEqualTo("invoice");
    assertThat(
            rules
                .verdict(
                    deposit, choices().unpaid(Unpaid.INVOICE).perPayment().chosen(), Booked.NOTHING)
                .document())
        .isEqualTo("sales-receipt");
    assertThat(
            rules
                .verdict(deposit, choices().always(SaleDocument.INVOICE).chosen(), Booked.NOTHING)
                .document())
        .isEqualTo("invoice");
  }

  @Test
  void an_order_within_another_needs_a_person_until_it_is_in_the_books() {
    var sale = shirts().partOf("1041").sale();
    var parents = List.of(new ParentOrder("1041", "200.00 USD"));

    assertThatThrownBy(() -> rules.seeThatItStandsAlone(sale, Booked.NOTHING, parents))
        .hasMessage(
            "order-of-an-order"
                + " {number=1042, total=108.88 USD, parent=1041, whole=200.00 USD}");
    rules.seeThatItStandsAlone(sale, Booking.inBooks(books.receipts(shirts())), parents);
    rules.seeThatItStandsAlone(sale, Booked.NOTHING, List.of());
  }

  /** 90.00 and 10.00, with tax of 8.88. */
  static ASale shirts() {
    return aSale()
        .of("3", "Shirt", "90")
        .withTax("NY", "8.875", "7.99")
        .shipping("10")
        .withTax("NY", "8.875", "0.89");
  }

  static ASale toTwoAccounts() {
    return shirts().paidInPart("a", 0, "30", "stripe").paidInPart("b", 9, "78.88", "cod");
  }

  static Booking american(SomeChoices choices) {
    return new Booking(choices.usCode("New York City"), FakeCompany.american());
  }

  static List<SalesForm> forms(List<Document> documents) {
    return documents.stream().map(SalesForm.class::cast).toList();
  }
}
