package io.shopbooks.books;

import java.util.List;
import java.util.Objects;

/**
 * A document that is in the books, as it is to become after the shop changed its order. What the
 * books need not follow stays as it was posted: number, day, customer, addresses, class, location
 * and rate of exchange; and the items of lines that are still there, for a product that was deleted
 * in the shop has lost its SKU (DESIGN 4.10).
 */
public final class Revision {

  private Revision() {}

  /**
   * Whether the shop changed something that the document must follow.
   *
   * @param booked as it was posted
   * @param fresh as it would be posted today
   */
  public static boolean isWanted(Document booked, Document fresh) {
    return booked.key().kind() == fresh.key().kind()
        && !Objects.equals(booked.header().essence(), fresh.header().essence());
  }

  /**
   * The document as it is to become.
   *
   * @param moveFrom the item whose lines go to the items they would have today; empty for none
   */
  public static Document of(Document booked, Document fresh, String moveFrom) {
    var header = header(booked.header(), fresh.header());
    if (booked instanceof SalesForm old && fresh instanceof SalesForm form) {
      return form.with(header, lines(old.lines(), form.lines(), moveFrom));
    }
    return with(fresh, header);
  }

  /** Whether QuickBooks would see no difference but in the memo. */
  public static boolean isSame(Document booked, Document revised) {
    return with(revised, booked.header()).equals(booked);
  }

  private static Document with(Document document, Header header) {
    if (document instanceof SalesForm form) {
      return form.with(header, form.lines());
    }
    if (document instanceof CustomerPayment payment) {
      return new CustomerPayment(
          payment.key(), header, payment.total(), payment.settlement(), payment.invoice());
    }
    if (document instanceof Application application) {
      return new Application(
          application.key(),
          header,
          application.amount(),
          application.credit(),
          application.pays());
    }
    var expense = (Expense) document;
    return new Expense(
        expense.key(),
        header,
        expense.total(),
        expense.from(),
        expense.to(),
        expense.text(),
        expense.needs());
  }

  private static Header header(Header booked, Header fresh) {
    return new Header(
        booked.number(),
        booked.date(),
        booked.customer(),
        booked.billing(),
        booked.shipping(),
        fresh.memo(),
        booked.documentClass(),
        booked.location(),
        booked.exchangeRate(),
        fresh.customFields(),
        fresh.additions(),
        fresh.essence());
  }

  private static List<DocumentLine> lines(
      List<DocumentLine> booked, List<DocumentLine> fresh, String moveFrom) {
    return fresh.stream()
        .map(
            line ->
                booked.stream()
                    .filter(old -> isSamePart(old, line))
                    .findFirst()
                    .filter(old -> !old.item().name().equalsIgnoreCase(moveFrom))
                    .map(old -> line.as(old.item()))
                    .orElse(line))
        .toList();
  }

  private static boolean isSamePart(DocumentLine old, DocumentLine line) {
    return !line.source().isEmpty()
        && line.source().equals(old.source())
        && line.role() == old.role();
  }
}
