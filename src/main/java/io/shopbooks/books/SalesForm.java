package io.shopbooks.books;

import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A sales receipt, invoice, refund receipt or credit memo.
 *
 * @param settlement of receipts: where the money went, of refund receipts where it came from
 * @param due invoices only
 * @param needs of a credit: the sale it is about
 */
public record SalesForm(
    DocumentKey key,
    Header header,
    List<DocumentLine> lines,
    DocumentTax tax,
    Money total,
    Settlement settlement,
    Optional<Ref> terms,
    Optional<LocalDate> due,
    List<DocumentKey> needs)
    implements Document {

  public SalesForm {
    lines = List.copyOf(lines);
    needs = List.copyOf(needs);
    var sum = Money.sum(lines.stream().map(DocumentLine::amount).toList(), total.currency());
    if (!sum.plus(tax.total()).equals(total)) {
      throw new IllegalArgumentException(
          key + " does not balance: lines " + sum + ", tax " + tax.total() + ", total " + total);
    }
  }

  /** The same, under another head and with other lines of the same sum. */
  SalesForm with(Header changed, List<DocumentLine> others) {
    return new SalesForm(key, changed, others, tax, total, settlement, terms, due, needs);
  }

  @Override
  public String treatment() {
    var codes = new TreeSet<String>();
    lines.forEach(line -> line.taxCode().ifPresent(code -> codes.add(code.name())));
    tax.code().ifPresent(code -> codes.add(code.name()));
    return tax.method() + " " + String.join(", ", codes);
  }
}
