package io.shopbooks.books;

import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.sale.Charge;
import io.shopbooks.sale.Line;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import io.shopbooks.sale.Taxed;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What of a sale or refund its document in the books must follow: money, tax, lines, quantities and
 * the way it was paid (DESIGN 4.10). A name, an address, an order number or a lost SKU is not among
 * it, nor is what the connection chose.
 */
final class Essence {

  private Essence() {}

  /** A short word: equal for what is equal, and else different. */
  static String of(Sale sale, DocumentKey key) {
    var text = new StringJoiner("\n");
    var refund = sale.refunds().stream().filter(one -> one.id().equals(key.shopId())).findFirst();
    if (key.kind().purpose() != Purpose.SALE && refund.isPresent()) {
      refund(text, refund.get());
    } else {
      sale(text, sale, key);
    }
    return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void sale(StringJoiner text, Sale sale, DocumentKey key) {
    text.add(number(sale.total().amount()));
    text.add(number(sale.totalTax().amount()));
    text.add(sale.payment().gateway());
    sale.payments().stream()
        .filter(payment -> key.shopId().equals(sale.key().id() + "/" + payment.id()))
        .forEach(payment -> text.add(number(payment.amount().amount())));
    lines(text, sale.lines());
    Stream.of(sale.shipping(), sale.fees(), sale.tips(), sale.credits())
        .forEach(charges -> charges(text, charges));
  }

  private static void refund(StringJoiner text, Refund refund) {
    text.add(number(refund.amount().amount()));
    lines(text, refund.lines());
    charges(text, refund.shipping());
    charges(text, refund.fees());
  }

  private static void lines(StringJoiner text, List<Line> lines) {
    text.add("lines " + lines.size());
    for (var line : lines) {
      text.add(line.id() + " × " + number(line.quantity()));
      amounts(text, line);
    }
  }

  private static void charges(StringJoiner text, List<Charge> charges) {
    text.add("charges " + charges.size());
    for (var charge : charges) {
      text.add(charge.id());
      amounts(text, charge);
    }
  }

  private static void amounts(StringJoiner text, Taxed part) {
    text.add(number(part.total().amount()));
    text.add(number(part.tax().amount()));
    part.taxes().forEach(tax -> text.add(tax.rate() + " " + number(tax.amount().amount())));
  }

  /** 1.5 and 1.50 are one number. */
  private static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
