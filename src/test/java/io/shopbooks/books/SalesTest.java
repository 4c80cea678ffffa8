package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.Booking.usd;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shopbooks.books.Choices.Create;
import io.shopbooks.books.Choices.Match;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sale's lines, money and fees become. */
class SalesTest {

  private final FakeCompany american = FakeCompany.american();
  private final Booking bookkeeper = new Booking(choices(), american);

  @Test
  void every_part_of_an_order_is_a_line_of_its_own_kind() {
    var receipt =
        bookkeeper.receipt(
            aSale()
                .of("2", "Mug", "20")
                .shipping("5")
                .fee("Wrapping", "3")
                .tip("2")
                .giftCard("-10"));

    assertThat(receipt.lines())
        .extracting(DocumentLine::role, l -> l.item().name(), DocumentLine::amount)
        .containsExactly(
            tuple(LineRole.GOODS, "Online sale", usd("20")),
            tuple(LineRole.SHIPPING, "Shipping", usd("5")),
            tuple(LineRole.FEE, "Fee", usd("3")),
            tuple(LineRole.TIP, "Tip", usd("2")),
            tuple(LineRole.GIFT_CARD, "Gift cards", usd("-10")));
    assertThat(receipt.total()).isEqualTo(usd("20"));
  }

  @Test
  void an_order_without_any_part_is_one_line_of_nothing() {
    var receipt = bookkeeper.receipt(aSale());

    assertThat(receipt.lines()).extracting(DocumentLine::description).containsExactly("Order 1042");
    assertThat(receipt.total()).isEqualTo(usd("0"));
  }

  @ParameterizedTest
  @CsvSource({"20.02,0.02", "19.98,-0.02"})
  void a_rounding_line_closes_a_gap_within_the_tolerance(String total, String gap) {
    var receipt = bookkeeper.receipt(aSale().of("Mug", "20.00").total(total));

    assertThat(receipt.lines().get(1))
        .extracting(DocumentLine::role, DocumentLine::amount)
        .containsExactly(LineRole.ROUNDING, usd(gap));
    assertThat(receipt.total()).isEqualTo(usd(total));
  }

  @Test
  void a_gap_beyond_the_tolerance_is_held() {
    assertThatThrownBy(() -> bookkeeper.receipt(aSale().of("Mug", "20.00").total("20.03")))
        .hasMessage("rounding-too-large {difference=0.03 USD, tolerance=0.02 USD}");
    var patient = new Booking(choices().tolerance("0.05"), american);
    assertThat(patient.receipt(aSale().of("Mug", "20.00").total("20.05")).lines()).hasSize(2);
    assertThatThrownBy(() -> patient.receipt(aSale().of("Mug", "20.00").total("20.06")))
        .hasMessageContaining("tolerance=0.05 USD");
  }

  @Test
  void discounts_of_one_tax_code_are_one_line_with_the_coupons_in_its_text() {
    var apart = new Booking(choices().discountItem("Discount"), american);

    var receipt =
        apart.receipt(
            aSale().reduced("Mug", "10", "8").reduced("Pen", "5", "4.50").coupon("spring"));

    assertThat(receipt.lines())
        .extracting(DocumentLine::description, DocumentLine::amount)
        .containsExactly(
            tuple("Mug", usd("10")),
            tuple("Pen", usd("5")),
            tuple("Discount: spring", usd("-2.50")));
    assertThat(bookkeeper.receipt(aSale().reduced("Mug", "10", "8")).lines())
        .extracting(DocumentLine::amount)
        .containsExactly(usd("8"));
  }

  @Test
  void a_total_below_zero_is_held() {
    assertThatThrownBy(() -> bookkeeper.receipt(aSale().of("Mug", "1").fee("Credit", "-1.01")))
        .hasMessage("negative-total {total=-0.01 USD}");
  }

  @Test
  void a_sku_finds_the_one_item_that_has_it() {
    var one = FakeCompany.american().item("Blue mug", "MUG", Item.Type.SERVICE);
    var two = FakeCompany.american();
    two.item("Mug", "MUG", Item.Type.SERVICE).item("Old mug", "MUG", Item.Type.SERVICE);

    assertThat(item(choices(), one)).isEqualTo(new Ref("Blue mug", "Blue mug"));
    assertThat(item(choices(), two).name()).isEqualTo("Online sale");
    assertThat(item(choices().creating(Create.SOLD), two).name()).isEqualTo("Online sale");
    assertThat(item(choices().matching(Match.NAME), american)).isEqualTo(new Ref("MUG", "MUG"));
  }

  @Test
  void an_item_is_made_for_a_sold_sku_that_has_none() {
    var made = (NewItem) item(choices().creating(Create.SOLD), american);

    assertThat(made.name()).isEqualTo("Mug [MUG]");
    assertThat(made.sku()).isEqualTo("MUG");
    assertThat(made.type()).isEqualTo(Item.Type.NON_INVENTORY);
    assertThat(made.asset()).isEmpty();
  }

  @Test
  void a_missing_default_item_is_named_with_its_setting() {
    assertThatThrownBy(() -> item(choices(), american.without("Online sale")))
        .hasMessage("unknown-item {name=Online sale, setting=sales.default-item}");
  }

  @Test
  void the_money_goes_where_the_most_exact_rule_says() {
    var chosen =
        choices()
            .method("stripe/EUR", "Stripe EUR")
            .method("*/EUR", "Any EUR")
            .method("cod", "Cash");
    var books = new Booking(chosen, american.working("EUR"));

    assertThat(account(books, aSale().paidBy("stripe"))).isEqualTo("Stripe clearing");
    assertThat(account(books, aSale().in("EUR").paidBy("stripe"))).isEqualTo("Stripe EUR");
    assertThat(account(books, aSale().in("EUR").paidBy("cod"))).isEqualTo("Cash");
    assertThat(account(books, aSale().in("EUR").paidBy("bacs"))).isEqualTo("Any EUR");
    assertThat(account(books, aSale().paidBy("bacs"))).isEqualTo("Undeposited Funds");
  }

  @Test
  void money_without_a_rule_or_to_a_wrong_account_is_held() {
    var ruleless = new Booking(choices().withoutMethod("*"), american);
    assertThatThrownBy(() -> account(ruleless, aSale().paidBy("bacs")))
        .hasMessage("no-payment-rule {gateway=bacs, currency=USD}");
    var income = american.account("Stripe clearing", "Income", "USD");
    assertThatThrownBy(() -> account(new Booking(choices(), income), aSale()))
        .isInstanceOf(Unbookable.class)
        .hasMessageContaining("wrong-account-type");
    var pounds = FakeCompany.american().account("Stripe clearing", "Bank", "GBP");
    assertThatThrownBy(() -> account(new Booking(choices(), pounds), aSale()))
        .isInstanceOf(Unbookable.class)
        .hasMessageContaining("wrong-account-currency");
  }

  @Test
  void a_payment_method_the_company_lacks_is_made_unless_nobody_wants_that() {
    var lacking = american.without("Credit Card");

    assertThat(
            new Booking(choices(), lacking).receipt(aSale().of("Mug", "1")).settlement().method())
        .contains("Credit Card");
    assertThatThrownBy(
            () ->
                new Booking(choices().knownMethodsOnly(), lacking).receipt(aSale().of("Mug", "1")))
        .hasMessage("unknown-payment-method {name=Credit Card}");
  }

  @Test
  void a_long_transaction_id_is_cut_to_the_reference_and_whole_in_the_memo() {
    var id = "pi_3PqLAB2eZvKYlo2C1gFSdqGf";

    var receipt = bookkeeper.receipt(aSale().of("Mug", "1").payment("stripe", "Card", id));

    assertThat(receipt.settlement().reference()).isEqualTo(id.substring(0, 21));
    assertThat(receipt.header().memo()).contains(id);
  }

  @Test
  void the_fee_of_the_gateway_is_an_expense_behind_the_sale() {
    var books = new Booking(choices().fees("Merchant fees", "_stripe_fee", "fee"), american);

    var documents = books.receipts(aSale().of("Mug", "20").meta("fee", "0.88"));

    assertThat(documents).hasSize(2);
    var fee = (Expense) documents.get(1);
    assertThat(fee.total()).isEqualTo(usd("0.88"));
    assertThat(fee.from().name()).isEqualTo("Stripe clearing");
    assertThat(fee.to().name()).isEqualTo("Merchant fees");
    assertThat(fee.text()).isEqualTo("Credit card, order 1042");
    assertThat(fee.needs()).containsExactly(documents.get(0).key());
  }

  @Test
  void a_fee_that_is_no_amount_or_of_an_unpaid_sale_is_none() {
    var books = new Booking(choices().fees("Merchant fees", "fee"), american);

    for (var text : List.of("", "n/a", "0", "-1")) {
      assertThat(books.receipts(aSale().of("Mug", "20").meta("fee", text))).as(text).hasSize(1);
    }
    assertThat(books.invoices(aSale().of("Mug", "20").unpaid().meta("fee", "1"))).hasSize(1);
    var untitled = aSale().of("Mug", "20").payment("x", "", "").meta("fee", "1");
    assertThat(((Expense) books.receipts(untitled).get(1)).text()).isEqualTo("order 1042");
  }

  @Test
  void an_invoice_gets_its_payment_when_the_order_is_paid() {
    assertThat(bookkeeper.invoices(aSale().of("Mug", "20")))
        .extracting(d -> d.key().kind(), Document::total)
        .containsExactly(
            tuple(DocumentKind.INVOICE, usd("20")), tuple(DocumentKind.PAYMENT, usd("20")));
    assertThat(bookkeeper.invoices(aSale().of("Mug", "20").unpaid())).hasSize(1);
    assertThat(bookkeeper.invoices(aSale().of("Mug", "0"))).hasSize(1);
    var byHand = new Booking(choices().notRecordingPayments(), american);
    assertThat(byHand.invoices(aSale().of("Mug", "20"))).hasSize(1);
  }

  @Test
  void a_free_order_has_no_account() {
    var receipt = bookkeeper.receipt(aSale().reduced("Mug", "20", "0").payment("", "", ""));

    assertThat(receipt.settlement().account()).isEmpty();
    assertThat(receipt.total()).isEqualTo(usd("0"));
  }

  private static LineItem item(SomeChoices choices, FakeCompany company) {
    return new Booking(choices, company).receipt(aSale().of("Mug", "1")).lines().get(0).item();
  }

  private static String account(Booking books, ASale sale) {
    return books.receipt(sale.of("Mug", "1")).settlement().account().orElseThrow().name();
  }
}
