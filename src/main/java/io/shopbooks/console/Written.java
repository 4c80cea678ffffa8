package io.shopbooks.console;

import io.shopbooks.sale.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Amounts, days and moments as readers of a language write them. */
final class Written {

  private final Locale locale;

  private Written(Locale locale) {
    this.locale = locale;
  }

  /** French as in Québec, else English as in the United States. */
  static Written in(Locale language) {
    var french = language.getLanguage().equals("fr");
    return new Written(french ? Locale.CANADA_FRENCH : Locale.US);
  }

  Locale language() {
    return locale;
  }

  /** "$1,234.50", "1 234,50 $ US"; more decimals only where they count. */
  String money(Money money) {
    var format = NumberFormat.getCurrencyInstance(locale);
    var needed = Math.max(money.decimals(), money.amount().stripTrailingZeros().scale());
    format.setCurrency(money.currency());
    format.setMinimumFractionDigits(money.decimals());
    format.setMaximumFractionDigits(needed);
    return format.format(money.amount());
  }

  /** Several currencies side by side. */
  String money(Collection<Money> amounts) {
    return amounts.stream().map(this::money).collect(Collectors.joining(" + "));
  }

  String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  String moment(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(zone)
        .format(moment);
  }
}
