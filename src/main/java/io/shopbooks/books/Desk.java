package io.shopbooks.books;

import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One sale on the desk, with everything its documents share. */
record Desk(Sale sale, Choices choices, Lists lists, Headers headers) {

  private static final int MOST_TAXED_LINES = 750;

  Desk(Sale sale, Choices choices, Lists lists, Booked booked) {
    this(SpreadFees.in(sale), choices, lists, new Headers(sale, choices, lists, booked));
    var company = lists.company();
    if (!sale.currency().equals(company.home())
        && !(company.multicurrency() && company.currencies().contains(sale.currency()))) {
      throw new Unbookable(
          Reason.of(Why.CURRENCY_NOT_ALLOWED)
              .with("currency", sale.currency().getCurrencyCode())
              .with("home", company.home().getCurrencyCode()));
    }
    if (sale.total().isNegative()) {
      throw new Unbookable(Reason.of(Why.NEGATIVE_TOTAL).with("total", sale.total()));
    }
  }

  Settlement settlement() {
    return new Settlements(choices, lists).of(sale);
  }

  SalesForm sale(DocumentKind kind, Settlement settlement, Optional<Ref> terms) {
    var key = key(kind, sale.key().id());
    var saleParts = new SaleParts(choices, lists);
    var header = headers.of(key, "", sale.created(), List.of());
    checkRounding();
    return form(
        key,
        header,
        saleParts.of(sale),
        Decimals.inBooks(sale.totalTax()),
        Decimals.inBooks(sale.total()),
        saleParts::rounding,
        settlement,
        terms,
        List.of());
  }

  SalesForm credit(DocumentKind kind, Refund told, Booked booked, Settlement settlement) {
    var refund = SpreadFees.in(told, headers.sale());
    var key = key(kind, refund.id());
    var suffix = CreditNumbers.suffix(sale, refund, booked, choices.sales().numberPrefix());
    var remarks =
        refund.reason().isBlank() ? List.<String>of() : List.of(Text.oneLine(refund.reason()));
    var header = headers.of(key, suffix, refund.created(), remarks);
    var refundParts = new RefundParts(choices, lists);
    var parts = refundParts.of(sale, refund);
    var tax = refundParts.tax(sale, refund, parts);
    return form(
        key,
        header,
        parts,
        Decimals.inBooks(tax),
        Decimals.inBooks(refund.amount()),
        difference -> refundParts.rest(difference, refund),
        settlement,
        Optional.empty(),
        booked.of(Purpose.SALE).map(Booked.Known::key).toList());
  }

  private SalesForm form(
      DocumentKey key,
      Header header,
      List<Part> raw,
      Money tax,
      Money total,
      Function<Money, Part> rest,
      Settlement settlement,
      Optional<Ref> terms,
      List<DocumentKey> needs) {
    var taxation = Taxation.of(choices.taxes(), lists);
    var parts = new ArrayList<>(taxation.parts(raw, tax));
    var beside = taxation.beside(tax);
    var sum = Money.sum(parts.stream().map(Part::amount).toList(), total.currency());
    var difference = total.minus(sum).minus(beside);
    // QuickBooks takes no document without lines.
    if (!difference.isZero() || parts.isEmpty()) {
      parts.add(rest.apply(difference));
    }
    var taxed = taxation.code(parts, sale.rates(), beside);
    checkLines(taxed.lines(), parts);
    return new SalesForm(
        key, header, taxed.lines(), taxed.tax(), total, settlement, terms, Optional.empty(), needs);
  }

  private void checkRounding() {
    var missed = sale.roundingDifference();
    var parts = sale.lines().size() + sale.shipping().size() + sale.fees().size();
    var tolerance =
        choices
            .sales()
            .roundingTolerance()
            .map(units -> new Money(units, sale.currency()))
            .orElseGet(
                () ->
                    new Money(
                        BigDecimal.valueOf(parts + 1L, sale.total().decimals()), sale.currency()));
    if (missed.absolute().isMoreThan(tolerance)) {
      throw new Unbookable(
          Reason.of(Why.ROUNDING_TOO_LARGE)
              .with("difference", missed)
              .with("tolerance", tolerance));
    }
  }

  private static void checkLines(List<DocumentLine> lines, List<Part> parts) {
    var taxed = parts.stream().filter(Part::isTaxed).count();
    if (taxed > 0 && lines.size() > MOST_TAXED_LINES) {
      throw new Unbookable(
          Reason.of(Why.TOO_MANY_LINES).with("lines", lines.size()).with("most", MOST_TAXED_LINES));
    }
  }

  /**
   * What was paid of an invoice. An order that was booked with one payment of the whole keeps that
   * one, though the shop should tell of parts since.
   */
  List<CustomerPayment> payments(SalesForm invoice, Booked booked) {
    var one =
        booked
            .of(Purpose.PAYMENT)
            .filter(Booked.Known::sent)
            .anyMatch(known -> !known.key().isOfPayment());
    var parts = Instalment.of(sale, Purpose.PAYMENT, choices, booked);
    if (parts.isEmpty() && sale.isPaid()) {
      return List.of(payment(invoice, sale.key().id(), invoice.total(), List.of()));
    }
    return parts.stream()
        .filter(part -> !one && !part.isEarlier())
        .map(part -> payment(invoice, part, booked))
        .toList();
  }

  private CustomerPayment payment(SalesForm invoice, Instalment part, Booked booked) {
    var desk = new Desk(sale.paidBy(part.payment()), choices, lists, booked);
    return desk.payment(invoice, part.shopId(sale), part.amount(), part.remarks());
  }

  private CustomerPayment payment(
      SalesForm invoice, String shopId, Money amount, List<String> remarks) {
    var key = key(DocumentKind.PAYMENT, shopId);
    var received = sale.payment().received().orElseThrow();
    return new CustomerPayment(
        key, headers.unnumbered(key, received, remarks), amount, settlement(), invoice.key());
  }

  /** A credit memo and the money that was paid back for it. */
  List<Document> paidBack(Refund refund, SalesForm memo) {
    var expense = paidBack(refund, memo.total(), memo.key());
    return List.of(memo, expense, application(refund, memo, expense.key()));
  }

  /** Money paid back for what the order's cancellation credited before. */
  List<Document> paidOut(Refund refund, Booked booked) {
    var credit = booked.credit(sale.key().id()).orElseThrow().key();
    var amount = Decimals.inBooks(refund.amount());
    var expense = paidBack(refund, amount, credit);
    return List.of(expense, application(refund, amount, credit, expense.key()));
  }

  private Expense paidBack(Refund refund, Money amount, DocumentKey credit) {
    var key = key(DocumentKind.EXPENSE, refund.id());
    return new Expense(
        key,
        headers.unnumbered(key, refund.created(), List.of()),
        amount,
        new Settlements(choices, lists).account(sale),
        lists.company().receivables(amount.currency()),
        "Refund of order " + sale.number(),
        List.of(credit));
  }

  Application application(Refund refund, SalesForm memo, DocumentKey pays) {
    return application(refund, memo.total(), memo.key(), pays);
  }

  private Application application(
      Refund refund, Money amount, DocumentKey credit, DocumentKey pays) {
    var key = key(DocumentKind.APPLICATION, refund.id());
    var header = headers.unnumbered(key, refund.created(), List.of());
    return new Application(key, header, amount, credit, pays);
  }

  /** With the gateway's own fee, if the order tells it. */
  List<Document> withFee(List<Document> documents) {
    var fees = choices.payments().fees();
    var fee = fees.flatMap(chosen -> GatewayFee.of(sale, chosen));
    if (fee.isEmpty() || !sale.isPaid() || documents.isEmpty()) {
      return documents;
    }
    var key = key(DocumentKind.EXPENSE, sale.key().id());
    var when = sale.payment().received().orElse(sale.created());
    var more = new ArrayList<>(documents);
    more.add(
        new Expense(
            key,
            headers.unnumbered(key, when, List.of()),
            Decimals.inBooks(fee.get()),
            new Settlements(choices, lists).account(sale),
            lists.account(fees.get().account(), "payments.fees.account").ref(),
            feeText(),
            List.of(documents.get(0).key())));
    return more;
  }

  private String feeText() {
    return Stream.of(Text.oneLine(sale.payment().title()), "order " + sale.number())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  DocumentKey key(DocumentKind kind, String shopId) {
    return new DocumentKey(sale.key().shop(), lists.company().realm(), kind, shopId);
  }
}
