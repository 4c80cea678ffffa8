package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import io.shopbooks.sale.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts, dates, moments and counts, as the readers of both languages write them. */
class FiguresInWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1234.50 | USD | $1,234.50 | 1 234,50 $ US",
        "1234.5 | CAD | CA$1,234.50 | 1 234,50 $",
        "-0.01 | EUR | -€0.01 | -0,01 €",
        "0 | GBP | £0.00 | 0,00 £",
        "15000 | JPY | ¥15,000 | 15 000 ¥",
        "10.125000 | KWD | KWD 10.125 | 10,125 KWD",
        "0.0005 | USD | $0.0005 | 0,0005 $ US",
        "123456789012345678901234.57 | USD | $123,456,789,012,345,678,901,234.57"
            + " | 123 456 789 012 345 678 901 234,57 $ US",
      })
  void amounts_are_written_as_their_readers_write_them(
      String amount, String currency, String english, String french) {
    var money = Money.of(amount, Currency.getInstance(currency));

    assertThat(plain(Words.in(Locale.ENGLISH).money(money))).isEqualTo(english);
    assertThat(plain(Words.in(Locale.FRENCH).money(money))).isEqualTo(french);
    assertThat(Words.in(Locale.FRENCH).money(money)).doesNotContain(" ");
  }

  @Test
  void dates_and_moments_are_written_as_their_readers_write_them() {
    var moment = Instant.parse("2026-08-01T19:05:00Z");
    var zone = ZoneId.of("America/Montreal");

    assertThat(Words.in(Locale.ENGLISH).date(LocalDate.of(2026, 2, 3)))
        .isEqualTo("February 3, 2026");
    assertThat(Words.in(Locale.FRENCH).date(LocalDate.of(2026, 2, 3))).isEqualTo("3 février 2026");
    assertThat(Words.in(Locale.ENGLISH).moment(moment, zone)).isEqualTo("August 1, 2026, 3:05 PM");
    assertThat(Words.in(Locale.FRENCH).moment(moment, zone)).isEqualTo("1 août 2026, 15 h 05");
  }

  @Test
  void nothing_is_many_in_english_and_one_in_french() {
    assertThat(Words.in(Locale.ENGLISH).count("sales", 0)).isEqualTo("0 sales");
    assertThat(Words.in(Locale.ENGLISH).count("sales", 1)).isEqualTo("1 sale");
    assertThat(Words.in(Locale.ENGLISH).count("sales", 1043)).isEqualTo("1,043 sales");
    assertThat(Words.in(Locale.FRENCH).count("sales", 0)).isEqualTo("0 vente");
    assertThat(Words.in(Locale.FRENCH).count("sales", 2)).isEqualTo("2 ventes");
  }

  @Test
  void facts_are_written_as_the_reader_writes_them() {
    var reason =
        Reason.of(Why.BOOKS_CLOSED).with("date", "2026-02-03").with("closed", "2026-01-31");
    assertThat(Words.in(Locale.FRENCH).explanation(reason))
        .isEqualTo(
            "Le document est du 3 février 2026. Les comptes sont clos jusqu’au 31 janvier 2026.");

    var numbering = Reason.of(Why.NUMBERING_DISAGREES).with("by", "shop");
    assertThat(Words.in(Locale.FRENCH).explanation(numbering)).contains("laisse la boutique");
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }
}
