package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.Company;
import io.shopbooks.books.DocumentLine;
import io.shopbooks.books.Due;
import io.shopbooks.books.LineItem;
import io.shopbooks.books.NewItem;
import io.shopbooks.books.Ref;
import io.shopbooks.books.SalesForm;
import java.math.BigDecimal;

/** Writes the lines of a sales form (`quickbooks-online.md` 7.3). */
final class LineWriter {

  private final Company company;
  private final References references;
  private final Due due;

  LineWriter(Company company, References references, Due due) {
    this.company = company;
    this.references = references;
    this.due = due;
  }

  void write(SalesForm form, ObjectNode json) {
    var lines =
        due.repairs().contains(Repair.NET_LINES.word()) ? NetLines.of(form.lines()) : form.lines();
    var array = json.putArray("Line");
    for (var line : lines) {
      var node = array.addObject();
      write(due.repairs().contains(Repair.ONE_PIECE.word()) ? onePiece(line) : line, node, form);
    }
  }

  private void write(DocumentLine line, ObjectNode node, SalesForm form) {
    node.put("DetailType", "SalesItemLineDetail");
    node.put("Amount", line.amount().amount());
    node.put("Description", line.description());
    var detail = node.putObject("SalesItemLineDetail");
    FormWriter.ref(detail, "ItemRef", id(line.item()));
    if (!id(line.item()).equals(Company.SHIPPING_FIELD)) {
      detail.put("Qty", line.quantity());
      detail.put("UnitPrice", line.unitPrice());
    }
    line.taxCode().ifPresent(code -> FormWriter.ref(detail, "TaxCodeRef", code.id()));
    if (company.classTracking() == Company.ClassTracking.LINE) {
      form.header().documentClass().ifPresent(c -> FormWriter.ref(detail, "ClassRef", c.id()));
    }
  }

  private String id(LineItem item) {
    return item instanceof Ref known
        ? known.id()
        : references.item(company.realm(), (NewItem) item).orElseThrow();
  }

  /** One piece at the amount; the quantity told in words. */
  private static DocumentLine onePiece(DocumentLine line) {
    if (line.quantity().compareTo(BigDecimal.ONE) == 0) {
      return line;
    }
    var words = line.quantity().toPlainString() + " × " + line.description();
    return new DocumentLine(
        line.role(),
        line.item(),
        words,
        BigDecimal.ONE,
        line.amount().amount(),
        line.amount(),
        line.taxCode(),
        line.source());
  }
}
