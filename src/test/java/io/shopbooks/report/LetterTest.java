package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Choices.CreditDocument;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.InBooks;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.SoldProduct;
import io.shopbooks.books.Why;
import io.shopbooks.ledger.Adoptions;
import io.shopbooks.ledger.Run;
import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The mailed report, word for word. */
@RoomTest
class LetterTest {

  @Autowired private Acme acme;
  @Autowired private Adoptions adoptions;
  @Autowired private Reports reports;
  @Autowired private ReportMails mails;

  @BeforeEach
  void open() {
    acme.opens(AConnection.usual());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void a_day_on_which_much_happened(String language) {
    acme.chooses(in(language));
    acme.syncs(AnOrder.of(1030, "99.90"), AnOrder.of(1031, "12.00").paidBy("gift"));
    acme.ignores("1031", "Entered by hand");

    isAsRead("much", language, acme.syncs(ABusyDay::answer, ABusyDay.orders()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void a_sync_without_news(String language) {
    acme.chooses(in(language));

    isAsRead("quiet", language, acme.syncs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void a_sync_that_broke_off(String language) {
    acme.chooses(in(language));

    isAsRead(
        "trouble",
        language,
        acme.breaksOff(
            new NotSignedIn(
                "Not signed in to QuickBooks company 9341452712345678: nobody signed in"),
            AnOrder.of(1042, "1234.50")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void refunds_that_are_entered_by_hand_and_a_difference_nobody_explains(String language) {
    acme.chooses(in(language).crediting(CreditDocument.NONE));
    var key = new DocumentKey(AnOrder.SHOP, SomeCompany.REALM, DocumentKind.SALES_RECEIPT, "77");
    var total = Money.of("2.00", Currency.getInstance("USD"));
    var ofNoOrder = new InBooks(key, "301", "0", "Wio77", LocalDate.of(2026, 11, 1), total, "{}");

    isAsRead(
        "by-hand",
        language,
        acme.during(
            () -> {
              adoptions.seen(acme.connection(), ofNoOrder);
              acme.receives(AnOrder.of(1042, "30.00").refunded(90, "10.00"));
              acme.plans();
              acme.posts(SomeAnswers::taken);
            }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void products_without_an_item(String language) {
    acme.chooses(in(language));
    var one = AnOrder.of(1041, "50.00");
    var other = AnOrder.of(1042, "30.00");
    var run = acme.syncs(one, other);
    acme.sold(one, product("7", "MUG-01", "Mug", "12.00"), product("8", "", "Sticker", "3.00"));
    acme.sold(other, product("7", "MUG-01", "Mug", "24.00"));

    isAsRead("products", language, run);
  }

  private static SoldProduct product(String id, String sku, String name, String amount) {
    var money = Money.of(amount, Currency.getInstance("USD"));
    return new SoldProduct(id, sku, name, money, false);
  }

  @Test
  void long_lists_are_cut_and_say_by_how_much() {
    var orders =
        IntStream.range(0, 200)
            .mapToObj(i -> AnOrder.of(2000 + i, "1.00").paidBy(i < 62 ? "gift" : "stripe"))
            .toArray(AnOrder[]::new);

    var mail = mail(acme.syncs(orders));

    assertThat(mail.subject()).isEqualTo("Acme: 62 held, $62.00 · 138 sales, $138.00");
    assertThat(mail.text()).contains("… and 37 more", "… and 88 more");
    assertThat(mail.html()).contains("… and 37 more", "… and 88 more");
    assertThat(Jsoup.parse(mail.html()).text()).contains("Order 2024").doesNotContain("Order 2025");
  }

  @Test
  void what_a_shop_or_quickbooks_says_cannot_become_html() {
    var said = "<script>alert('x')</script> & \"more\"\nnext line";
    acme.syncs(
        due ->
            Outcome.held(
                due.id(), Reason.of(Why.REFUSED).with("code", 6000).with("said", said), said),
        AnOrder.of(1, "5.00"));

    var mail = mail(acme.syncs());

    assertThat(mail.html()).doesNotContain("<script").contains("&lt;script&gt;alert");
    assertThat(mail.text()).contains("<script>alert('x')</script> & \"more\" next line");
  }

  private void isAsRead(String name, String language, Run run) {
    var mail = mail(run);
    Golden.isAsRead(name + "." + language + ".txt", mail.subject() + "\n\n" + mail.text());
    Golden.isAsRead(name + "." + language + ".html", mail.html());
  }

  private ReportMail mail(Run run) {
    return mails.write(reports.proof(acme.connection(), run), acme.connection());
  }

  private static AConnection in(String language) {
    return AConnection.usual().in(Locale.forLanguageTag(language));
  }
}
