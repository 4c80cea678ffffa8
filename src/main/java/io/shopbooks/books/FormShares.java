package io.shopbooks.books;

import io.shopbooks.books.DocumentTax.TaxLine;
import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A sales form taken apart into the shares of its order's payments: each share comes to its payment
 * exactly, and all of them together to every line and every tax of the form (DESIGN 7). A share is
 * taken of what the earlier ones left, so that a receipt in the books stays as it is when the next
 * payment comes, and no share goes past what is left.
 */
final class FormShares {

  private final SalesForm whole;
  private final Lists lists;
  private final Ref uncounted;
  private List<Money> left;
  private boolean first = true;

  /**
   * @param uncounted the item that stands for counted goods after the first share: they leave the
   *     shelf once
   */
  FormShares(SalesForm whole, Lists lists, Ref uncounted) {
    this.whole = whole;
    this.lists = lists;
    this.uncounted = uncounted;
    var rows = new ArrayList<>(whole.lines().stream().map(DocumentLine::amount).toList());
    rows.addAll(taxes(whole.tax()));
    this.left = rows;
  }

  /** The next share. */
  record Share(List<DocumentLine> lines, DocumentTax tax) {}

  /**
   * @param amount above zero, and not more than is left
   */
  Share next(Money amount) {
    var taken = take(amount);
    var share = amount.equals(whole.total()) ? new Share(whole.lines(), whole.tax()) : share(taken);
    first = false;
    return share;
  }

  /** Leaves out the next share: counted goods leave the shelf with one that is written. */
  void pass(Money amount) {
    take(amount);
  }

  private List<Money> take(Money amount) {
    var taken = Shares.of(amount, left.stream().map(Money::amount).toList());
    var before = left;
    left =
        IntStream.range(0, taken.size()).mapToObj(i -> before.get(i).minus(taken.get(i))).toList();
    return taken;
  }

  private Share share(List<Money> taken) {
    var lines = new ArrayList<DocumentLine>();
    for (int i = 0; i < whole.lines().size(); i++) {
      line(whole.lines().get(i), taken.get(i)).ifPresent(lines::add);
    }
    if (lines.isEmpty()) {
      // QuickBooks takes no document without lines.
      lines.add(part(whole.lines().get(0), taken.get(0), uncounted));
    }
    return new Share(lines, tax(lines, taken.subList(whole.lines().size(), taken.size())));
  }

  /** A line that came to nothing from the start is told once. */
  private Optional<DocumentLine> line(DocumentLine line, Money share) {
    if (isCounted(line)) {
      return first
          ? Optional.of(counted(line, share))
          : Optional.of(share).filter(s -> !s.isZero()).map(s -> part(line, s, uncounted));
    }
    return share.isZero() && !(first && line.amount().isZero())
        ? Optional.empty()
        : Optional.of(part(line, share, line.item()));
  }

  private static DocumentLine counted(DocumentLine line, Money share) {
    return Quantities.line(
        part(line, share, line.item(), line.description(), line.quantity()), line.taxCode());
  }

  private static DocumentLine part(DocumentLine line, Money share, LineItem item) {
    var pieces = line.quantity().stripTrailingZeros();
    var text =
        pieces.compareTo(BigDecimal.ONE) == 0
            ? line.description()
            : pieces.toPlainString() + " × " + line.description();
    return Quantities.line(part(line, share, item, text, BigDecimal.ONE), line.taxCode());
  }

  private static Part part(
      DocumentLine line, Money share, LineItem item, String text, BigDecimal quantity) {
    var none = Money.zero(share.currency());
    return new Part(line.role(), item, text, quantity, share, none, List.of(), line.source());
  }

  private boolean isCounted(DocumentLine line) {
    if (line.role() != LineRole.GOODS) {
      return false;
    }
    return line.item() instanceof NewItem made
        ? made.type() == Item.Type.INVENTORY
        : lists
            .company()
            .item(line.item().name())
            .filter(item -> item.type() == Item.Type.INVENTORY)
            .isPresent();
  }

  private static List<Money> taxes(DocumentTax tax) {
    return tax.lines().isEmpty()
        ? List.of(tax.total())
        : tax.lines().stream().map(TaxLine::tax).toList();
  }

  private DocumentTax tax(List<DocumentLine> lines, List<Money> taken) {
    var tax = whole.tax();
    var total = Money.sum(taken, whole.total().currency());
    var shares =
        IntStream.range(0, tax.lines().size())
            .mapToObj(i -> taxLine(tax.lines().get(i), taken.get(i), lines))
            .toList();
    return new DocumentTax(tax.method(), tax.code(), total, shares);
  }

  private TaxLine taxLine(TaxLine tax, Money share, List<DocumentLine> lines) {
    var on =
        lines.stream()
            .filter(line -> line.taxCode().filter(code -> has(code, tax.rate())).isPresent())
            .map(DocumentLine::amount)
            .toList();
    return new TaxLine(tax.rate(), tax.percent(), Money.sum(on, share.currency()), share);
  }

  private boolean has(Ref code, Ref rate) {
    return lists.company().taxCode(code.name()).stream()
        .flatMap(known -> known.rates().stream())
        .anyMatch(one -> one.ref().id().equals(rate.id()));
  }
}
