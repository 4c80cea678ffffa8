package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** Money as each API writes it (`wix.md` 7): mostly decimal strings of varying scale. */
final class Amounts {

  private Amounts() {}

  static int decimals(String currency) {
    return Currency.getInstance(currency).getDefaultFractionDigits();
  }

  /** Rounded to the smallest unit of the currency. */
  static BigDecimal rounded(BigDecimal amount, String currency) {
    return amount.setScale(decimals(currency), RoundingMode.HALF_UP);
  }

  /** A Price object: amount and formattedAmount (2.3). */
  static ObjectNode price(BigDecimal amount, String currency) {
    var symbol = Currency.getInstance(currency).getSymbol(Locale.US);
    var shown = symbol + rounded(amount, currency).toPlainString();
    return Json.object().put("amount", text(amount)).put("formattedAmount", shown);
  }

  // "25", "25.0" and "25.00" all occur: which one depends on the amount, so that it replays.
  static String text(BigDecimal amount) {
    var stripped = Json.number(amount);
    var least = stripped.unscaledValue().mod(BigInteger.valueOf(3)).intValue();
    return (stripped.scale() < least ? stripped.setScale(least) : stripped).toPlainString();
  }

  /** The amount of a Price object; 0 if there is none. */
  static BigDecimal of(JsonNode price) {
    return new BigDecimal(price.path("amount").asText("0"));
  }

  static BigDecimal exact(String amount) {
    return new BigDecimal(amount);
  }
}
