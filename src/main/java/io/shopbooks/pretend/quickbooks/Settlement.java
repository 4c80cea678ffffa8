package io.shopbooks.pretend.quickbooks;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is still open between customers and the company, and which payments closed the rest. */
final class Settlement {

  /** TxnType of a payment's link (7.4) to the type of the object. */
  private static final Map<String, String> TYPES =
      Map.of(
          "Invoice", "Invoice",
          "CreditMemo", "CreditMemo",
          "JournalEntry", "JournalEntry",
          "Expense", "Purchase",
          "Check", "Purchase",
          "CreditCardCredit", "Purchase");

  private final Company company;
  private final Accounts accounts;

  Settlement(Company company) {
    this.company = company;
    this.accounts = new Accounts(company);
  }

  /** The transaction a payment's line links, if it exists and is of the type that is named. */
  Optional<Stored> linked(JsonNode line) {
    var link = line.path("LinkedTxn").path(0);
    var type = TYPES.get(Json.text(link, "TxnType"));
    return company
        .records()
        .transaction(Json.text(link, "TxnId"))
        .filter(found -> found.type().equals(type) && matches(found, Json.text(link, "TxnType")));
  }

  private static boolean matches(Stored found, String txnType) {
    if (!found.type().equals("Purchase")) {
      return true;
    }
    return switch (found.text("PaymentType")) {
      case "Cash" -> txnType.equals("Expense");
      case "Check" -> txnType.equals("Check");
      default -> txnType.equals("CreditCardCredit");
    };
  }

  /** What a customer owes by a transaction as posted; below zero for a credit. */
  BigDecimal owed(Stored transaction, String customer) {
    return company.ledger().postings(transaction.id()).stream()
        .filter(posting -> accounts.isReceivable(posting.account()))
        .filter(posting -> posting.party().equals(customer) && posting.about().isEmpty())
        .map(Posting::own)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What payments, except one, took from a transaction; never below zero. */
  BigDecimal applied(Stored transaction, String except) {
    return payments(transaction)
        .filter(payment -> !payment.id().equals(except))
        .flatMap(payment -> Json.stream(payment.json(), "Line"))
        .filter(line -> targetOf(line).equals(transaction.id()))
        .map(line -> Json.number(line, "Amount"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  Stream<Stored> payments(Stored transaction) {
    return Json.stream(transaction.json(), "LinkedTxn")
        .filter(link -> Json.text(link, "TxnType").equals("Payment"))
        .flatMap(link -> company.records().find("Payment", Json.text(link, "TxnId")).stream());
  }

  static String targetOf(JsonNode line) {
    return Json.text(line.path("LinkedTxn").path(0), "TxnId");
  }

  /** Brings links and balances of everything a payment touched, or touches now, up to date. */
  void update(String payment, JsonNode before, JsonNode after) {
    var now =
        Json.stream(after, "Line").map(Settlement::targetOf).collect(toCollection(TreeSet::new));
    var targets = new TreeSet<>(now);
    Json.stream(before, "Line").map(Settlement::targetOf).forEach(targets::add);
    for (var id : targets) {
      company.records().transaction(id).ifPresent(t -> link(t, payment, now.contains(id)));
    }
  }

  private void link(Stored target, String payment, boolean links) {
    var after = target.copy();
    var kept = Json.array();
    Json.stream(target.json(), "LinkedTxn")
        .filter(link -> !Json.text(link, "TxnId").equals(payment))
        .forEach(kept::add);
    if (links) {
      kept.addObject().put("TxnId", payment).put("TxnType", "Payment");
    }
    after.set("LinkedTxn", kept);
    company.put(target.type(), company.stamped(after, target.json()), target.postings());
    balance(company.the(target.type(), target.id()));
  }

  /** Writes what is open into the document itself. */
  private void balance(Stored target) {
    var open = Json.number(target.json(), "TotalAmt").subtract(applied(target, ""));
    var after = target.copy();
    if (target.type().equals("Invoice")) {
      balances(after, open, "Balance");
    } else if (target.type().equals("CreditMemo")) {
      balances(after, open, "Balance", "RemainingCredit");
    }
    company.put(target.type(), after, target.postings());
  }

  private static void balances(ObjectNode after, BigDecimal open, String... properties) {
    for (var property : properties) {
      after.set(property, Json.number(open));
    }
  }

  /** Takes a document that is deleted or voided out of all payments. */
  void unlink(Stored target) {
    for (var payment : payments(target).toList()) {
      var after = payment.copy();
      var lines = Json.array();
      Json.stream(payment.json(), "Line")
          .filter(line -> !targetOf(line).equals(target.id()))
          .forEach(lines::add);
      after.set("Line", lines);
      new PaymentForm(company).reapply(payment, after);
    }
  }
}
