package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.Booking.inBooks;
import static io.shopbooks.books.Booking.usd;
import static io.shopbooks.books.Booking.with;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shopbooks.books.Choices.Create;
import io.shopbooks.books.Choices.CreditDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Refunds and cancellations. */
class CreditsTest {

  private final SomeChoices choices = choices().rate("TX", "Texas");
  private final FakeCompany company = FakeCompany.american();
  private final Booking bookkeeper = new Booking(choices, company);

  @Test
  void a_refund_of_one_line_books_only_that_line() {
    var sale = taxed().refundedLine("1043", 4, "21.64", "Mug", "19.99", "1.65");

    var refund = (SalesForm) bookkeeper.credits(sale, receipt(sale)).get(0);

    assertThat(refund.key().kind()).isEqualTo(DocumentKind.REFUND_RECEIPT);
    assertThat(refund.lines())
        .extracting(DocumentLine::role, DocumentLine::amount)
        .containsExactly(tuple(LineRole.GOODS, usd("19.99")));
    assertThat(refund.tax().total()).isEqualTo(usd("1.65"));
    assertThat(refund.header().number()).contains("W-1042-R1");
    assertThat(refund.header().date()).isEqualTo(LocalDate.parse("2026-03-14"));
    assertThat(refund.settlement().account().orElseThrow().name()).isEqualTo("Stripe clearing");
    assertThat(refund.needs()).extracting(DocumentKey::shopId).containsExactly("1042");
  }

  @Test
  void a_refund_of_an_amount_gives_back_the_share_of_tax_the_order_has() {
    var sale = taxed().refunded("1043", 4, "5.00");

    var refund = (SalesForm) bookkeeper.credits(sale, receipt(sale)).get(0);

    // 5.00 × 2.14 / 28.12
    assertThat(refund.tax().total()).isEqualTo(usd("0.38"));
    assertThat(refund.lines())
        .extracting(DocumentLine::role, DocumentLine::amount)
        .containsExactly(tuple(LineRole.ADJUSTMENT, usd("4.62")));
  }

  @Test
  void a_refund_of_an_amount_leaves_alone_what_lines_gave_back_before() {
    var sale =
        aSale()
            .of("Mug", "10.00")
            .withTax("TX", "8.25", "0.83")
            .of("Stamp", "5.00")
            .refundedLine("1043", 1, "10.83", "Mug", "10.00", "0.83")
            .refunded("1044", 2, "5.00");

    var second = (SalesForm) bookkeeper.credits(sale, receipt(sale)).get(1);

    assertThat(second.tax().total()).isEqualTo(usd("0"));
    assertThat(second.lines()).extracting(l -> l.taxCode().get().name()).containsExactly("NON");
  }

  @Test
  void a_refund_of_everything_gives_back_exactly_the_tax_of_the_sale() {
    // A shop that rounds at the subtotal: its lines add up to a cent less than its tax.
    var sale = taxed().total("28.13").totalTax("2.15").refunded("1043", 1, "28.13");

    var refund = (SalesForm) bookkeeper.credits(sale, receipt(sale)).get(0);

    assertThat(refund.tax().total()).isEqualTo(usd("2.15"));
    assertThat(refund.lines()).extracting(DocumentLine::amount).containsExactly(usd("25.98"));
  }

  @Test
  void an_amount_given_back_after_all_tax_was_is_untaxed() {
    var sale =
        aSale()
            .of("Lamp", "35.71")
            .withTax("TX", "8.875", "3.17")
            .refundedLine("1043", 1, "3.17", "Lamp", "0", "3.17")
            .refunded("1044", 2, "20.00");

    var refund = (SalesForm) bookkeeper.credits(sale, receipt(sale)).get(1);

    assertThat(refund.lines())
        .extracting(DocumentLine::amount, l -> l.taxCode().get().name())
        .containsExactly(tuple(usd("20.00"), "NON"));
    assertThat(refund.tax().total()).isEqualTo(usd("0.00"));
  }

  @Test
  void a_refund_of_tax_alone_stands_on_the_amount_the_tax_was_on() {
    var sale =
        aSale()
            .of("Lamp", "35.71")
            .withTax("TX", "8.875", "3.17")
            .refundedLine("1043", 1, "3.17", "Lamp", "0", "3.17");

    var refund = (SalesForm) bookkeeper.credits(sale, receipt(sale)).get(0);

    assertThat(refund.lines())
        .extracting(DocumentLine::amount, l -> l.taxCode().get().name())
        .containsExactly(tuple(usd("35.71"), "TAX"), tuple(usd("-35.71"), "NON"));
    assertThat(refund.total()).isEqualTo(usd("3.17"));
  }

  @Test
  void what_lines_do_not_explain_is_an_adjustment() {
    var sale = taxed().refundedLine("1043", 1, "30.00", "Mug", "19.99", "1.65");

    var refund = (SalesForm) bookkeeper.credits(sale, receipt(sale)).get(0);

    assertThat(refund.lines())
        .extracting(DocumentLine::role, DocumentLine::amount)
        .containsExactly(
            tuple(LineRole.GOODS, usd("19.99")), tuple(LineRole.ADJUSTMENT, usd("8.36")));
  }

  @Test
  void refunds_are_numbered_in_their_order_and_keep_the_number_they_got() {
    var sale = taxed().refunded("1050", 2, "1").refunded("1049", 1, "2");
    var first = bookkeeper.credits(sale, receipt(sale));

    assertThat(first)
        .extracting(Document::key)
        .extracting(DocumentKey::shopId)
        .containsExactly("1050", "1049");
    assertThat(numbers(first)).containsExactly("W-1042-R2", "W-1042-R1");

    // The earlier one is withdrawn in the shop; the other one is in the books under its number.
    var withdrawn = taxed().refunded("1050", 2, "1").refunded("1051", 3, "4");
    var second = bookkeeper.credits(withdrawn, with(receipt(sale), first));

    assertThat(numbers(second)).containsExactly("W-1042-R2", "W-1042-R3");
  }

  @Test
  void the_credit_of_an_unpaid_invoice_is_applied_to_it() {
    var sale = taxed().unpaid().refunded("1043", 1, "5.00");
    var invoice = bookkeeper.invoices(sale);

    var credits = bookkeeper.credits(sale, inBooks(invoice));

    assertThat(kinds(credits)).containsExactly(DocumentKind.CREDIT_MEMO, DocumentKind.APPLICATION);
    var application = (Application) credits.get(1);
    assertThat(application.amount()).isEqualTo(usd("5"));
    assertThat(application.credit()).isEqualTo(credits.get(0).key());
    assertThat(application.pays()).isEqualTo(invoice.get(0).key());
  }

  @Test
  void a_credit_memo_for_money_paid_back_is_used_up_by_the_expense() {
    var memos = new Booking(choices.credit(CreditDocument.CREDIT_MEMO), company);
    var sale = taxed().refunded("1043", 1, "5.00");

    var credits = memos.credits(sale, receipt(sale));

    assertThat(kinds(credits))
        .containsExactly(DocumentKind.CREDIT_MEMO, DocumentKind.EXPENSE, DocumentKind.APPLICATION);
    var expense = (Expense) credits.get(1);
    assertThat(expense.from().name()).isEqualTo("Stripe clearing");
    assertThat(expense.to().name()).isEqualTo("Receivables USD");
    assertThat(((Application) credits.get(2)).pays()).isEqualTo(expense.key());
  }

  @Test
  void an_order_cancelled_after_payment_leaves_an_open_credit_of_what_was_sold() {
    var sale = taxed().status("cancelled");

    var credits = bookkeeper.credits(sale, receipt(sale));

    assertThat(kinds(credits)).containsExactly(DocumentKind.CREDIT_MEMO);
    var memo = (SalesForm) credits.get(0);
    assertThat(memo.key().shopId()).isEqualTo("1042");
    assertThat(memo.header().number()).contains("W-1042-R1");
    assertThat(memo.header().date()).isEqualTo(LocalDate.parse("2026-03-20"));
    assertThat(memo.header().memo()).contains("\nOrder cancelled\n");
    assertThat(memo.total()).isEqualTo(usd("28.12"));
    assertThat(memo.tax().total()).isEqualTo(usd("2.14"));
    assertThat(memo.lines())
        .extracting(DocumentLine::role)
        .containsExactly(LineRole.GOODS, LineRole.SHIPPING);
    assertThat(memo.settlement().account()).isEmpty();
  }

  @Test
  void a_refund_after_the_cancellation_pays_the_open_credit_out() {
    var cancelled = taxed().status("cancelled");
    var before = with(receipt(cancelled), bookkeeper.credits(cancelled, receipt(cancelled)));
    var refunded = taxed().status("refunded").refunded("1043", 15, "28.12");

    var credits = bookkeeper.credits(refunded, before);

    assertThat(kinds(credits))
        .containsExactly(DocumentKind.EXPENSE, DocumentKind.APPLICATION, DocumentKind.CREDIT_MEMO);
    assertThat(credits.get(0).total()).isEqualTo(usd("28.12"));
    assertThat(((Application) credits.get(1)).credit().shopId()).isEqualTo("1042");
    // The credit itself is planned as it was.
    assertThat(credits.get(2).total()).isEqualTo(usd("28.12"));
    assertThat(credits.get(2).header().number()).contains("W-1042-R1");
  }

  @Test
  void a_cancellation_credits_only_what_refunds_left() {
    var sale = taxed().status("cancelled").refunded("1043", 1, "8.12");

    var credits = bookkeeper.credits(sale, receipt(sale));

    assertThat(kinds(credits))
        .containsExactly(DocumentKind.REFUND_RECEIPT, DocumentKind.CREDIT_MEMO);
    assertThat(credits.get(1).total()).isEqualTo(usd("20.00"));
    assertThat(credits.get(1).header().number()).contains("W-1042-R2");
    // Planned once more, nothing changes.
    var again = bookkeeper.credits(sale, with(receipt(sale), credits));
    assertThat(again).isEqualTo(credits);
  }

  @Test
  void a_cancelled_order_that_was_refunded_in_full_leaves_nothing() {
    var sale = taxed().status("cancelled").refunded("1043", 1, "28.12");

    assertThat(kinds(bookkeeper.credits(sale, receipt(sale))))
        .containsExactly(DocumentKind.REFUND_RECEIPT);
  }

  @Test
  void a_cancelled_invoice_is_settled_by_its_credit() {
    var sale = taxed().unpaid().status("cancelled");
    var invoice = bookkeeper.invoices(sale);

    var credits = bookkeeper.credits(sale, inBooks(invoice));

    assertThat(kinds(credits)).containsExactly(DocumentKind.CREDIT_MEMO, DocumentKind.APPLICATION);
    assertThat(((Application) credits.get(1)).pays()).isEqualTo(invoice.get(0).key());
  }

  @Test
  void goods_that_did_not_come_back_leave_the_quantities_alone() {
    var counting = FakeCompany.american().item("Mug", "MUG", Item.Type.INVENTORY);
    var books = new Booking(choices, counting);
    var back = taxed().restocked("1").refundedLine("1043", 1, "21.64", "Mug", "19.99", "1.65");
    var gone = taxed().restocked("0").refundedLine("1043", 1, "21.64", "Mug", "19.99", "1.65");

    assertThat(items(books.credits(back, receipt(back)))).containsExactly("Mug");
    assertThat(items(books.credits(gone, receipt(gone)))).containsExactly("Refund adjustment");
  }

  @Test
  void an_item_that_the_sale_made_counts_its_goods_too() {
    var books =
        new Booking(choices.creating(Create.SOLD), FakeCompany.american().keepingQuantities());
    var gone = taxed().restocked("0").refundedLine("1043", 1, "21.64", "Mug", "19.99", "1.65");

    assertThat(items(books.credits(gone, receipt(gone)))).containsExactly("Refund adjustment");
  }

  @Test
  void a_cancelled_order_puts_its_goods_back() {
    var counting = FakeCompany.american().item("Mug", "MUG", Item.Type.INVENTORY);
    var sale = taxed().restocked("0").status("cancelled");

    assertThat(items(new Booking(choices, counting).credits(sale, receipt(sale))))
        .containsExactly("Mug", "Shipping");
  }

  private static ASale taxed() {
    return aSale()
        .of("Mug", "19.99")
        .withTax("TX", "8.25", "1.65")
        .shipping("5.99")
        .withTax("TX", "8.25", "0.49");
  }

  private Booked receipt(ASale sale) {
    return inBooks(bookkeeper.receipts(sale));
  }

  private static List<DocumentKind> kinds(List<Document> documents) {
    return documents.stream().map(document -> document.key().kind()).toList();
  }

  private static List<String> numbers(List<Document> documents) {
    return documents.stream().map(d -> d.header().number()).map(Optional::orElseThrow).toList();
  }

  private static List<String> items(List<Document> documents) {
    return ((SalesForm) documents.get(0)).lines().stream().map(l -> l.item().name()).toList();
  }
}
