package io.shopbooks.books;

import io.shopbooks.books.Choices.CreditDocument;
import io.shopbooks.books.Choices.DocumentRule;
import io.shopbooks.books.Choices.SaleDocument;
import io.shopbooks.books.Choices.SplitPayments;
import io.shopbooks.books.Choices.Unpaid;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides what an order is to become, by the connection's choices. */
public class Rules {

  private static final Set<String> NEVER_SALES =
      Set.of("failed", "checkout-draft", "auto-draft", "draft", "trash", "cancelled");
  private static final Set<String> BEFORE_THE_SALE = Set.of("pending", "on-hold", "failed");

  /**
   * The verdict on an order.
   *
   * @param booked a sale that is in the books stays the document it is
   * @throws Unbookable if a person must look: a refund of an order before the start date, or an
   *     order that is in the books and no longer a sale
   */
  public Verdict verdict(Sale sale, Choices choices, Booked booked) {
    if (day(sale.created(), choices).isBefore(choices.startDate())) {
      return beforeStart(sale, choices);
    }
    if (choices.credits().statuses().contains(sale.status())) {
      return sale.isPaidAtAll() || booked.hasSale()
          ? Verdict.book(Verdict.Kind.CREDIT, document(sale, choices, booked))
          : Verdict.not(Verdict.Kind.NOTHING, "never-paid");
    }
    if (choices.sales().statuses().contains(sale.status())) {
      return inSalesStatus(sale, choices, booked);
    }
    return booked.hasSale() ? afterwards(sale, choices, booked) : otherStatus(sale);
  }

  private Verdict inSalesStatus(Sale sale, Choices choices, Booked booked) {
    if (!booked.hasSale() && sale.isOfNothing()) {
      return Verdict.not(Verdict.Kind.NOTHING, "nothing-ordered");
    }
    var document = document(sale, choices, booked);
    if (!booked.hasSale() && document == SaleDocument.SALES_RECEIPT && !sale.isPaid()) {
      var because = waitsFor(sale, choices);
      if (!because.isEmpty()) {
        return Verdict.not(Verdict.Kind.WAIT, because);
      }
    }
    return Verdict.book(saleOrCredit(sale), document);
  }

  /** Why a receipt of a sale that is not paid whole waits; empty if it does not. */
  private static String waitsFor(Sale sale, Choices choices) {
    if (sale.isPaidInPart()) {
      return isPerPayment(choices) ? "" : "paid-in-part";
    }
    return choices.sales().unpaid() == Unpaid.WAIT ? "not-paid-yet" : "";
  }

  private static boolean isPerPayment(Choices choices) {
    return choices.sales().splitPayments() == SplitPayments.PER_PAYMENT;
  }

  /**
   * Sees that an order is no part of another one, whose goods it would sell again. One that is in
   * the books already stays there.
   *
   * @param parents the order it is a part of; none where a person said that it is a sale of its own
   * @throws Unbookable if it is, so that a person must decide
   */
  public void seeThatItStandsAlone(Sale sale, Booked booked, List<ParentOrder> parents) {
    Apart.fromOrderAroundIt(sale, booked, parents);
  }

  /**
   * Sees that no payment of a sale is in the books as another one. A sale that is in the books
   * already stays there.
   *
   * @throws Unbookable if one is, so that a person must decide
   */
  public void seeThatItIsPaidHere(Sale sale, Booked booked, List<PaidElsewhere> payments) {
    Apart.fromPaymentsInBooks(sale, booked, payments);
  }

  /**
   * What is given back, oldest first: the order's refunds of money or goods, and what a cancelled
   * order was not refunded, as a refund under the order's own id.
   */
  public List<Refund> credits(Sale sale, Choices choices, Booked booked) {
    var credits = new ArrayList<>(sale.refunds());
    credits.removeIf(Refund::isOfNothing);
    if (choices.credits().statuses().contains(sale.status())) {
      Cancellation.of(sale, booked).ifPresent(credits::add);
    }
    return credits;
  }

  /**
   * What a refund is to become: "refund-receipt", "credit-memo" or "none" (by hand). Money that was
   * never received, or is not paid back yet, makes no refund receipt.
   *
   * @throws Unbookable if it is about an invoice that was paid in part: the shop does not tell
   *     whether it gives back money or forgives what is owed; or if the shop does not tell how much
   * @param booked a sales receipt in the books says that money was received, whatever the shop says
   */
  public String credit(Sale sale, Refund refund, Choices choices, Booked booked) {
    var chosen = choices.credits().document();
    if (chosen == CreditDocument.NONE) {
      return "none";
    }
    if (refund.untold()) {
      throw new Unbookable(
          Reason.of(Why.REFUND_UNTOLD)
              .with("number", sale.number())
              .with("total", sale.total().rounded())
              .with("reason", refund.reason()));
    }
    if (refund.isOfCredit()) {
      // No money moved, and so no account is named.
      return DocumentKind.CREDIT_MEMO.word();
    }
    var isReceipt =
        booked.sale().filter(s -> s.key().kind() == DocumentKind.SALES_RECEIPT).isPresent();
    if (sale.isPaidInPart() && !isReceipt) {
      throw new Unbookable(
          Reason.of(Why.PAID_IN_PART)
              .with("amount", refund.amount().rounded())
              .with("paid", sale.received().rounded())
              .with("total", sale.total().rounded()));
    }
    var onlyByReceipt = !sale.isPaidAtAll() && isReceipt;
    var paidBack = sale.isPaidAtAll() && !Cancellation.is(refund, sale);
    var receipt = onlyByReceipt || paidBack && chosen != CreditDocument.CREDIT_MEMO;
    return (receipt ? DocumentKind.REFUND_RECEIPT : DocumentKind.CREDIT_MEMO).word();
  }

  /**
   * Whether a sale is in the books already, by a document that is not ours. One that we sent, or
   * that may be on its way, is never taken for another.
   *
   * @param others documents that no sale has yet, and the one this sale was recognised in before
   * @throws Unbookable if one may be the sale and is not surely it, so that a person must compare
   */
  public Recognition recognise(Sale sale, Choices choices, Booked booked, List<OtherSale> others) {
    return Recognition.of(Likeness.of(sale, choices), booked, others);
  }

  /**
   * Sees that a refund is not in the books already, by a credit that is not ours.
   *
   * @param others credits that no refund has yet; none where the sale is ours
   * @throws Unbookable if one may be the refund, so that a person must compare
   */
  public void seeThatItIsNew(Refund refund, Choices choices, List<OtherSale> others) {
    Recognition.ofCredit(refund, day(refund.created(), choices), others);
  }

  /** The products of a sale, each with whether it has an item of its own. */
  public List<SoldProduct> products(Sale sale, Choices choices, Company company) {
    return SoldProduct.of(sale, new Items(choices, new Lists(company)));
  }

  /** A booked order in a status that is neither chosen for sales nor for credits. */
  private Verdict afterwards(Sale sale, Choices choices, Booked booked) {
    if (sale.status().equals("trash")) {
      throw new Unbookable(Reason.of(Why.ORDER_DELETED).with("status", sale.status()));
    }
    if (BEFORE_THE_SALE.contains(sale.status()) || WixStatus.isBeforeTheSale(sale.status())) {
      throw new Unbookable(Reason.of(Why.STATUS_WENT_BACK).with("status", sale.status()));
    }
    if (WixStatus.isMissed(sale.status())) {
      // Without its order or its payment it is told by half.
      return otherStatus(sale);
    }
    // A plugin's own status after the sale ("shipped"), or a payment that an order tells of, too,
    // which came later: the sale goes on.
    return Verdict.book(saleOrCredit(sale), document(sale, choices, booked));
  }

  private Verdict otherStatus(Sale sale) {
    var elsewhere = WixStatus.verdict(sale);
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    return NEVER_SALES.contains(sale.status())
        ? Verdict.not(Verdict.Kind.NOTHING, "status-never-sale")
        : Verdict.not(Verdict.Kind.WAIT, "status-not-chosen");
  }

  private Verdict beforeStart(Sale sale, Choices choices) {
    var late =
        sale.refunds().stream()
            .filter(refund -> !day(refund.created(), choices).isBefore(choices.startDate()))
            .findFirst();
    if (late.isPresent()) {
      throw new Unbookable(
          Reason.of(Why.REFUND_OF_OLDER_ORDER)
              .with("refund", late.get().id())
              .with("amount", late.get().amount())
              .with("start", choices.startDate()));
    }
    return Verdict.not(Verdict.Kind.NOTHING, "before-start-date");
  }

  /** Receipt or invoice: the first rule that fits; an unpaid receipt as the choice says. */
  private static SaleDocument document(Sale sale, Choices choices, Booked booked) {
    if (booked.hasSale()) {
      var kind = booked.sale().orElseThrow().key().kind();
      return kind == DocumentKind.INVOICE ? SaleDocument.INVOICE : SaleDocument.SALES_RECEIPT;
    }
    var byRule =
        choices.sales().document().stream()
            .filter(rule -> rule.fits(sale))
            .map(DocumentRule::then)
            .findFirst()
            .orElse(SaleDocument.SALES_RECEIPT);
    if (sale.isPaidInPart() && choices.credits().statuses().contains(sale.status())) {
      // What was paid is all that will ever be paid.
      return SaleDocument.SALES_RECEIPT;
    }
    var owed = !sale.isPaid() && choices.sales().unpaid() == Unpaid.INVOICE;
    return owed && !(sale.isPaidInPart() && isPerPayment(choices)) ? SaleDocument.INVOICE : byRule;
  }

  private static Verdict.Kind saleOrCredit(Sale sale) {
    return sale.refunds().isEmpty() ? Verdict.Kind.SALE : Verdict.Kind.CREDIT;
  }

  private static LocalDate day(Instant moment, Choices choices) {
    return LocalDate.ofInstant(moment, choices.zone());
  }
}
