package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.books.Choices.ClosedBooks;
import io.shopbooks.books.Choices.NumberBy;
import io.shopbooks.books.Choices.SaleDocument;
import io.shopbooks.books.Company.ClassTracking;
import io.shopbooks.sale.ShopId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers, dates, memos, markers, classes and locations. */
class HeadersTest {

  private final FakeCompany american = FakeCompany.american();

  @Test
  void the_number_is_that_of_the_order_behind_the_prefix() {
    assertThat(header(choices().prefix("Wio"), aSale()).number()).contains("Wio1042");
  }

  @ParameterizedTest
  @CsvSource({"SHOP,no,shop", "QUICKBOOKS,yes,quickbooks"})
  void a_company_that_numbers_otherwise_holds_everything(NumberBy by, String custom, String said) {
    var company = custom.equals("yes") ? american : american.numberingItself();

    assertThatThrownBy(() -> header(choices().numberedBy(by), aSale(), company))
        .hasMessage("numbering-disagrees {by=" + said + "}");
  }

  @Test
  void where_quickbooks_numbers_nothing_is_told() {
    var by = choices().numberedBy(NumberBy.QUICKBOOKS);

    assertThat(header(by, aSale(), american.numberingItself()).number()).isEmpty();
  }

  @Test
  void a_number_of_21_characters_fits_and_one_more_is_held() {
    assertThat(header(choices(), aSale().numbered("1".repeat(19))).number())
        .contains("W-" + "1".repeat(19));
    assertThatThrownBy(() -> header(choices(), aSale().numbered("1".repeat(20))))
        .isInstanceOf(Unbookable.class)
        .hasMessageContaining("number-too-long")
        .hasMessageContaining("length=22");
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,2026-01-01",
    "America/New_York,2025-12-31",
    "Asia/Tokyo,2026-01-01",
    "Pacific/Honolulu,2025-12-31"
  })
  void the_day_is_the_day_in_the_zone_of_the_connection(String zone, LocalDate day) {
    var sale = aSale().created("2026-01-01T04:30:00Z");

    assertThat(header(choices().zone(zone).from("2025-01-01"), sale).date()).isEqualTo(day);
  }

  @Test
  void a_payment_has_its_own_day() {
    var books = new Booking(choices().always(SaleDocument.INVOICE), american);

    var documents = books.invoices(aSale().of("Mug", "1").paidAt("2026-04-02T12:00:00Z"));

    assertThat(documents)
        .extracting(document -> document.header().date())
        .containsExactly(LocalDate.parse("2026-03-10"), LocalDate.parse("2026-04-02"));
  }

  @Test
  void closed_books_hold_up_to_their_last_day() {
    assertThatThrownBy(() -> header(choices(), aSale(), american.closedUntil("2026-03-10")))
        .hasMessage("books-closed {date=2026-03-10, closed=2026-03-10}");
    assertThat(header(choices(), aSale(), american.closedUntil("2026-03-09")).date())
        .isEqualTo(LocalDate.parse("2026-03-10"));
  }

  @Test
  void what_is_in_the_books_is_not_held_because_they_were_closed_since() {
    var known = Booking.inBooks(List.of(new Booking(choices(), american).receipt(aSale())));
    var books = new Booking(choices(), american.closedUntil("2026-03-10"));

    assertThat(books.again(aSale(), known).header().date())
        .isEqualTo(LocalDate.parse("2026-03-10"));
  }

  @Test
  void what_is_in_the_books_keeps_its_number_however_the_order_is_renamed() {
    var books = new Booking(choices(), american);
    var known = Booking.inBooks(List.of(books.receipt(aSale())));

    var renamed = aSale().numbered("1".repeat(30));
    assertThat(books.again(renamed, known).header().number()).contains("W-1042");
  }

  @Test
  void on_the_first_open_day_the_memo_tells_the_true_one() {
    var moved =
        header(
            choices().closedBooks(ClosedBooks.FIRST_OPEN_DAY),
            aSale(),
            american.closedUntil("2026-03-31"));

    assertThat(moved.date()).isEqualTo(LocalDate.parse("2026-04-01"));
    assertThat(moved.memo()).contains("it happened on 2026-03-10");
  }

  @Test
  void the_memo_names_order_payment_and_coupons_and_ends_with_the_marker() {
    var sale = aSale().payment("stripe", "Credit\ncard", "ch_1").coupon("spring").coupon("five");

    assertThat(header(choices(), sale).memo().lines())
        .containsExactly(
            "Order 1042 of shop.example",
            "Credit card (stripe), ch_1",
            "Coupons: spring, five",
            "shopbooks:shop.example:sales-receipt:1042");
  }

  @Test
  void a_memo_too_long_is_cut_before_its_marker() {
    var sale = aSale().payment("stripe", "x".repeat(5000), "");

    var memo = header(choices(), sale).memo();

    assertThat(memo).hasSize(4000).endsWith("\nshopbooks:shop.example:sales-receipt:1042");
    assertThat(DocumentKey.in(memo, "9341")).isPresent();
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void every_kind_of_document_is_known_again_by_its_marker(DocumentKind kind) {
    for (var shop : new String[] {"shop.example", "shop.example:8443/store", "0a1b-22"}) {
      var key = new DocumentKey(new ShopId(shop), "9341", kind, "1042");
      var memo = "Order 1042 of shop\nshopbooks: is nice\n" + key.marker();

      assertThat(DocumentKey.in(memo, "9341")).contains(key);
      assertThat(DocumentKey.in(memo + "\nedited by Ann", "9341")).contains(key);
      assertThat(DocumentKey.in("before " + key.marker() + " after", "9341")).contains(key);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "Order 1042",
    "shopbooks:shop.example:bill:1042",
    "shopbooks:shop.example:",
    "'shopbooks:shop.example:invoice:10:42'"
  })
  void a_memo_without_a_marker_is_of_nobody_of_ours(String memo) {
    assertThat(DocumentKey.in(memo, "9341")).isEmpty();
  }

  @Test
  void class_and_location_stand_where_the_company_tracks_them() {
    var both = choices().classAndLocation("Web", "Oslo");

    assertThat(header(both, aSale()).documentClass()).isEmpty();
    assertThat(header(both, aSale()).location()).isEmpty();
    var tracked = header(both, aSale(), american.tracking(ClassTracking.LINE, true));
    assertThat(tracked.documentClass()).map(Ref::name).contains("Web");
    assertThat(tracked.location()).map(Ref::name).contains("Oslo");
    assertThatThrownBy(() -> header(both, aSale(), american.without("Oslo")))
        .hasMessage("unknown-list-entry {name=Oslo, setting=sales.location}");
  }

  private Header header(SomeChoices choices, ASale sale) {
    return header(choices, sale, american);
  }

  private static Header header(SomeChoices choices, ASale sale, FakeCompany company) {
    return new Booking(choices, company).receipt(sale.of("Mug", "1.00")).header();
  }
}
