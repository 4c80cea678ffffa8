package io.shopbooks.report;

import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** Amounts, numbers and dates as readers of a language write them: "$1,234.50", "1 234,50 $". */
final class Figures {

  private static final Pattern DECIMAL = Pattern.compile("\\d+(\\.\\d+)?");

  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\s\u00a0]");

  private final Locale locale;
  private final DateTimeFormatter date;
  private final DateTimeFormatter moment;

  Figures(Locale locale, String datePattern, String momentPattern) {
    this.locale = locale;
    this.date = DateTimeFormatter.ofPattern(datePattern, locale);
    this.moment = DateTimeFormatter.ofPattern(momentPattern, locale);
  }

  /** With the currency's decimals, and more only where they are worth something. */
  String money(Money money) {
    var amount = money.amount().stripTrailingZeros();
    // DecimalFormat takes the digits of a BigDecimal as they are.
    var format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(money.currency());
    var symbols = format.getDecimalFormatSymbols();
    symbols.setCurrencySymbol(symbol(money.currency(), format.toPattern().startsWith("¤")));
    format.setDecimalFormatSymbols(symbols);
    format.setMinimumFractionDigits(money.decimals());
    format.setMaximumFractionDigits(Math.max(money.decimals(), amount.scale()));
    return format.format(amount);
  }

  /** "$" at home, "$ US" elsewhere; a code before the amount is kept apart: "KWD 10.125". */
  private String symbol(Currency currency, boolean before) {
    var symbol = currency.getSymbol(locale);
    if (currency.equals(Currency.getInstance(locale))) {
      var bare = LETTERS.matcher(symbol).replaceAll("");
      return bare.isEmpty() ? symbol : bare;
    }
    var last = symbol.charAt(symbol.length() - 1);
    return before && Character.isLetter(last) ? symbol + "\u00a0" : symbol;
  }

  String number(BigDecimal number) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(Math.max(0, number.scale()));
    return format.format(number);
  }

  /** A text of percentages: "5 % + 9.975 %" is "5% + 9.975%" in English. */
  String percentsIn(String text) {
    var space = locale.getLanguage().equals("fr") ? "\u00a0" : "";
    return DECIMAL
        .matcher(text)
        .replaceAll(found -> number(new BigDecimal(found.group())))
        .replace(" %", space + "%");
  }

  String date(LocalDate day) {
    return date.format(day);
  }

  String moment(Instant instant, ZoneId zone) {
    return moment.format(instant.atZone(zone));
  }
}
