package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Order 1042 of 10 March, 20.00, under the prefix W-; and documents that others made. */
class RecognitionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  private final Rules rules = new Rules();
  private SomeChoices choices = choices();

  @Test
  void the_number_with_prefix_and_the_total_are_the_sale_whatever_the_date() {
    assertThat(recognised(other("W-1042", DAY.plusDays(40), "20.00"))).isPresent();
  }

  @Test
  void the_number_with_prefix_and_another_total_are_told_to_a_person() {
    isUnsure(other("W-1042", DAY, "19.99"));
    isUnsure(in("CAD", other("W-1042", DAY, "20.00")));
  }

  @Test
  void the_bare_number_is_the_sale_if_total_and_date_fit() {
    assertThat(recognised(other("1042", DAY.plusDays(3), "20.00"))).isPresent();
    assertThat(recognised(other("1042", DAY.minusDays(3), "20.00"))).isPresent();
    isUnsure(other("1042", DAY.plusDays(4), "20.00"));
    assertThat(recognised(other("1042", DAY, "19.99"))).isEmpty();
  }

  @Test
  void without_a_prefix_the_number_is_taken_whatever_the_total() {
    choices = choices().prefix("");
    assertThat(recognised(other("1042", DAY, "20.00"))).isPresent();
    isUnsure(other("1042", DAY, "19.99"));
    isUnsure(other("1042", DAY.plusDays(30), "20.00"));
  }

  @Test
  void the_same_customer_total_and_day_are_told_to_a_person() {
    isUnsure(by("ada  LOVELACE", other("77", DAY, "20.00")));
    isUnsure(by("Ada Lovelace", other("", DAY, "20.00")));
    assertThat(recognised(by("Ada Lovelace", other("77", DAY.plusDays(1), "20.00")))).isEmpty();
    assertThat(recognised(by("Ada Lovelace", other("77", DAY, "20.01")))).isEmpty();
    assertThat(recognised(by("Bob", other("77", DAY, "20.00")))).isEmpty();
  }

  @Test
  void two_that_fit_equally_are_told_to_a_person() {
    isUnsure(other("W-1042", DAY, "20.00"), other("1042", DAY, "20.00"));
  }

  @Test
  void numbers_that_quickbooks_gave_say_nothing_about_orders() {
    choices = choices().numberedBy(Choices.NumberBy.QUICKBOOKS);
    assertThat(recognised(other("1042", DAY, "20.00"), other("W-1042", DAY, "20.00"))).isEmpty();
    isUnsure(by("Ada Lovelace", other("1042", DAY, "20.00")));
  }

  @Test
  void a_sale_of_ours_is_never_taken_for_another() {
    var key = new DocumentKey(ASale.SHOP, "1", DocumentKind.SALES_RECEIPT, "1042");
    var sent = new Booked(List.of(new Booked.Known(key, Optional.of("W-1042"), true)));
    var planned = new Booked(List.of(new Booked.Known(key, Optional.of("W-1042"), false)));
    assertThat(recognised(sent, other("W-1042", DAY, "20.00"))).isEmpty();
    assertThat(recognised(planned, other("W-1042", DAY, "20.00"))).isPresent();
  }

  @Test
  void what_was_recognised_stays_so_until_the_total_differs() {
    var adopted = adopted(other("4711", DAY.plusDays(90), "20.00"));
    assertThat(recognised(adopted, other("W-1042", DAY, "20.00"))).contains(adopted);
    isUnsure(adopted(other("W-1042", DAY, "21.00")));
  }

  @Test
  void a_person_reads_which_document_it_is() {
    assertThatThrownBy(() -> recognised(by("Ada Lovelace", other("", DAY, "20.00"))))
        .isInstanceOfSatisfying(
            Unbookable.class,
            held ->
                assertThat(held.reason().facts())
                    .containsEntry("other", "SalesReceipt id 9, Ada Lovelace")
                    .containsEntry("date", "2026-03-10")
                    .containsEntry("total", "20.00 USD"));
  }

  private Optional<OtherSale> recognised(OtherSale... others) {
    return recognised(Booked.NOTHING, others);
  }

  private Optional<OtherSale> recognised(Booked booked, OtherSale... others) {
    var sale = aSale().of("Mug", "20.00").sale();
    return rules.recognise(sale, choices.chosen(), booked, List.of(others)).document();
  }

  private void isUnsure(OtherSale... others) {
    assertThatThrownBy(() -> recognised(others))
        .isInstanceOfSatisfying(
            Unbookable.class,
            held -> assertThat(held.reason().why()).isEqualTo(Why.MAYBE_IN_BOOKS));
  }

  private static OtherSale other(String number, LocalDate date, String total) {
    var money = Money.of(total, Currency.getInstance("USD"));
    return new OtherSale(
        DocumentKind.SALES_RECEIPT, "9", number, date, money, "Web customer", false);
  }

  private static OtherSale by(String customer, OtherSale other) {
    return new OtherSale(
        other.kind(), "9", other.number(), other.date(), other.total(), customer, false);
  }

  private static OtherSale in(String currency, OtherSale other) {
    var money = new Money(other.total().amount(), Currency.getInstance(currency));
    return new OtherSale(other.kind(), "9", other.number(), other.date(), money, "", false);
  }

  private static OtherSale adopted(OtherSale other) {
    return new OtherSale(other.kind(), "9", other.number(), other.date(), other.total(), "", true);
  }
}
