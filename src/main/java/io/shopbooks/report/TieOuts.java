package io.shopbooks.report;

import io.shopbooks.books.AsKept;
import io.shopbooks.books.DocumentTax;
import io.shopbooks.books.SalesForm;
import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.DocumentStory;
import io.shopbooks.ledger.Evidence;
import io.shopbooks.ledger.Evidence.Paper;
import io.shopbooks.ledger.Span;
import io.shopbooks.report.TieOut.By;
import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Compares shop, ledger and books by day, tax code, tax and payment method. The books' side is what
 * QuickBooks answered when a document was written, and what change data capture told of it since:
 * nothing is read for a report.
 */
@Component
class TieOuts {

  private final Evidence evidence;
  private final Readings readings;

  TieOuts(Evidence evidence, Readings readings) {
    this.evidence = evidence;
    this.readings = readings;
  }

  /**
   * What one document says of itself.
   *
   * @param codes the tax codes on it; empty where it has none
   * @param tax absent where tax is not told apart from the lines
   */
  private record Sheet(
      Optional<LocalDate> planned,
      Optional<LocalDate> booked,
      String codes,
      Optional<Money> tax,
      Optional<Money> taxInBooks) {

    static final Sheet UNKNOWN =
        new Sheet(Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty());
  }

  /** All of these, as they stand in this moment. Belongs into the transaction that read them. */
  TieOut of(Connection connection, Span span, List<Piece> pieces) {
    var wanted =
        pieces.stream().map(piece -> piece.order().id()).collect(Collectors.toUnmodifiableSet());
    var words = new HashMap<String, ShopWord>();
    evidence.words(
        connection,
        span,
        word -> {
          if (wanted.contains(word.order())) {
            readings
                .sale(connection, word.json())
                .ifPresent(sale -> words.put(word.order(), ShopWord.of(sale, connection.zone())));
          }
        });
    var sheets = new HashMap<Long, Sheet>();
    evidence.papers(connection, span, paper -> sheets.put(paper.id(), sheet(paper)));
    var cuts = new CutMaking();
    for (var piece : pieces) {
      var word = words.getOrDefault(piece.order().id(), ShopWord.UNKNOWN);
      days(cuts, piece, word, sheets);
      byCode(cuts, piece, sheets);
      ByMethod.cut(cuts, piece, word);
      tax(cuts, piece, word, sheets);
    }
    return cuts.made();
  }

  private Sheet sheet(Paper paper) {
    var form = paper.plan().filter(SalesForm.class::isInstance).map(SalesForm.class::cast);
    var currency = paper.plan().map(plan -> plan.total().currency());
    var kept =
        paper
            .stored()
            .flatMap(stored -> currency.map(c -> readings.kept(stored, c)))
            .orElse(AsKept.untold());
    var apart = form.filter(f -> f.tax().method() != DocumentTax.Method.UNTOLD);
    return new Sheet(
        paper.dated(),
        paper.seen().or(kept::date).or(paper::dated),
        form.map(TieOuts::codes).orElse(""),
        apart.map(f -> f.tax().total()),
        apart.flatMap(f -> kept.tax()));
  }

  private static String codes(SalesForm form) {
    var codes = new TreeSet<String>();
    form.lines().forEach(line -> line.taxCode().ifPresent(code -> codes.add(code.name())));
    form.tax().code().ifPresent(code -> codes.add(code.name()));
    return String.join(", ", codes);
  }

  /** Each side under its own day; a document of another day than the sale is told on both. */
  private static void days(CutMaking cuts, Piece piece, ShopWord word, Map<Long, Sheet> sheets) {
    var first = piece.documents().stream().findFirst().map(d -> sheet(sheets, d));
    var own =
        word.day(piece.about()).or(() -> first.flatMap(Sheet::planned)).map(LocalDate::toString);
    var day = own.orElse("");
    cuts.shop(By.DAY, day, piece.shop(), piece.parts());
    for (var document : piece.documents()) {
      var sheet = sheet(sheets, document);
      var planned = sheet.planned().map(LocalDate::toString).orElse(day);
      cuts.ledger(By.DAY, planned, piece.signed(document.total()));
      if (document.inBooks().isPresent()) {
        var booked = sheet.booked().map(LocalDate::toString).orElse(planned);
        var money = piece.signed(document.inBooks().get());
        cuts.books(By.DAY, booked, money);
        if (!booked.equals(day)) {
          cuts.part(By.DAY, day, Explained.OTHER_DAY, money);
          cuts.part(By.DAY, booked, Explained.OTHER_DAY, money.negated());
        }
      }
    }
  }

  private static void byCode(CutMaking cuts, Piece piece, Map<Long, Sheet> sheets) {
    var key = codes(piece, sheets);
    cuts.shop(By.TAX_CODE, key, piece.shop(), piece.parts());
    cuts.ledger(By.TAX_CODE, key, piece.ledger());
    cuts.books(By.TAX_CODE, key, piece.books());
  }

  /**
   * The shop's own tax where it tells one; of a refund by amount alone it tells none. While a part
   * of the piece is open, so is its tax.
   */
  private static void tax(CutMaking cuts, Piece piece, ShopWord word, Map<Long, Sheet> sheets) {
    var all = piece.documents().stream().map(d -> sheet(sheets, d)).toList();
    if (all.isEmpty() || all.stream().anyMatch(sheet -> sheet.tax().isEmpty())) {
      return;
    }
    var zero = Money.zero(piece.shop().currency());
    var ledger = zero;
    var books = zero;
    for (var document : piece.documents()) {
      var sheet = sheet(sheets, document);
      var planned = piece.signed(sheet.tax().orElse(zero));
      ledger = ledger.plus(planned);
      if (document.inBooks().isPresent()) {
        books = books.plus(sheet.taxInBooks().map(piece::signed).orElse(planned));
      }
    }
    var shop = word.tax(piece.about()).filter(m -> isOf(m, zero)).map(piece::signed).orElse(ledger);
    if (ledger.isZero() && books.isZero() && !shop.isZero()) {
      // The lines hold the shop's tax (modes none and item, or below zero): the other cuts have it.
      return;
    }
    var key = codes(piece, sheets);
    cuts.shop(By.TAX, key, shop, open(piece, shop.minus(books)));
    cuts.ledger(By.TAX, key, ledger);
    cuts.books(By.TAX, key, books);
    var same = piece.parts().isEmpty() && piece.ledger().equals(piece.books());
    if (same && !ledger.equals(books)) {
      // We post no total that holds another tax than planned.
      cuts.part(By.TAX, key, Explained.CHANGED_IN_BOOKS, ledger.minus(books));
    }
  }

  private static boolean isOf(Money money, Money zero) {
    return money.currency().equals(zero.currency());
  }

  private static Map<Explained, Money> open(Piece piece, Money difference) {
    return piece.parts().keySet().stream()
        .sorted()
        .findFirst()
        .map(by -> Map.of(by, difference))
        .orElse(Map.of());
  }

  private static String codes(Piece piece, Map<Long, Sheet> sheets) {
    return piece.documents().stream()
        .map(document -> sheet(sheets, document).codes())
        .findFirst()
        .orElse("");
  }

  private static Sheet sheet(Map<Long, Sheet> sheets, DocumentStory document) {
    return sheets.getOrDefault(document.id(), Sheet.UNKNOWN);
  }
}
