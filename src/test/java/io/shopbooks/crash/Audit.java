package io.shopbooks.crash;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds the books against the shop from outside: one document per sale, none missing, none double,
 * each to the cent. It knows the marker, how the shop writes an order and what the pretend company
 * tells about itself, and shares no code with what it audits.
 *
 * <p>It expects a connection that books processing, completed and refunded orders, and cancelled
 * ones that were paid, records payments of invoices, and answers each refund with one credit, and
 * so what a cancelled order was not refunded; and what else it is told.
 *
 * @param orders that the shop has
 * @param sales that the books should have
 * @param documents that carry our marker
 * @param missing what should be there and is not, in words
 * @param doubled what is there more than once
 * @param wrong what is there with another total, currency or balance, or should not be there
 */
public record Audit(
    int orders,
    int sales,
    int documents,
    List<String> missing,
    List<String> doubled,
    List<String> wrong) {

  private static final Pattern MARKER =
      Pattern.compile("shopbooks:\\S+:([a-z-]+):([^:\\s]+)(?:\\s|$)");
  private static final Set<String> SOLD = Set.of("processing", "completed", "refunded");
  private static final Set<String> SALES = Set.of("sales-receipt", "invoice");
  private static final Set<String> CREDITS = Set.of("refund-receipt", "credit-memo");
  private static final Set<String> FEES = Set.of("_stripe_fee", "_paypal_transaction_fee");

  /** What a connection may book besides. */
  public enum Also {
    /** Orders in those statuses that nobody has paid. */
    UNPAID,
    /** An expense for each gateway fee. */
    FEES
  }

  /**
   * Compares.
   *
   * @param orders each as {@code GET /orders/{id}} answers it
   * @param books what the pretend's {@code /pretend/audit} answers, of one company
   */
  public static Audit of(List<String> orders, String books, Set<Also> also) {
    return new Auditor(orders, books, also).audit();
  }

  /** Whether there is nothing to complain about. */
  public boolean isClean() {
    return missing.isEmpty() && doubled.isEmpty() && wrong.isEmpty();
  }

  private static final class Auditor {

    private final List<Map<String, Object>> orders = new ArrayList<>();
    private final Set<Also> also;
    private final Map<String, Object> company;
    private final Map<String, List<Map<String, Object>>> marked = new HashMap<>();
    private final Set<String> expected = new HashSet<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int sales;

    private Auditor(List<String> orders, String books, Set<Also> also) {
      this.also = also;
      orders.forEach(order -> this.orders.add(PlainJson.object(PlainJson.read(order))));
      company = PlainJson.list(PlainJson.object(PlainJson.read(books)), "companies").get(0);
      for (var document : PlainJson.list(company, "documents")) {
        var marker = MARKER.matcher(PlainJson.text(document, "marker"));
        if (marker.find()) {
          var key = purpose(marker.group(1)) + " " + marker.group(2);
          marked.computeIfAbsent(key, any -> new ArrayList<>()).add(document);
        }
      }
    }

    private static String purpose(String kind) {
      if (SALES.contains(kind)) {
        return "sale";
      }
      return CREDITS.contains(kind) ? "credit" : kind;
    }

    private Audit audit() {
      orders.forEach(this::order);
      marked.keySet().stream()
          .filter(key -> !expected.contains(key))
          .forEach(key -> wrong.add(key + ": nothing in the shop asks for it"));
      numbers();
      trialBalance();
      var documents = marked.values().stream().mapToInt(List::size).sum();
      return new Audit(orders.size(), sales, documents, missing, doubled, wrong);
    }

    private void order(Map<String, Object> order) {
      var id = PlainJson.text(order, "id");
      var paid = !PlainJson.text(order, "date_paid_gmt").isEmpty();
      var status = PlainJson.text(order, "status");
      var cancelled = status.equals("cancelled");
      if (!isSale(status, paid)) {
        return;
      }
      sales++;
      var currency = PlainJson.text(order, "currency");
      var total = PlainJson.amount(order, "total");
      var sale = one("sale " + id, total, currency);
      if (sale != null && PlainJson.text(sale, "type").equals("Invoice")) {
        if (paid) {
          one("payment " + id, total, currency);
        }
        open(id, sale, paid ? BigDecimal.ZERO : total);
      }
      for (var meta : PlainJson.list(order, "meta_data")) {
        if (paid && also.contains(Also.FEES) && FEES.contains(PlainJson.text(meta, "key"))) {
          one("expense " + id, PlainJson.amount(meta, "value"), currency);
        }
      }
      var left = total;
      for (var refund : PlainJson.list(order, "refunds")) {
        var amount = PlainJson.amount(refund, "total").negate();
        one("credit " + PlainJson.text(refund, "id"), amount, currency);
        left = left.subtract(amount);
      }
      if (cancelled && left.signum() > 0) {
        one("credit " + id, left, currency);
      }
    }

    private boolean isSale(String status, boolean paid) {
      return status.equals("cancelled")
          ? paid
          : SOLD.contains(status) && (paid || also.contains(Also.UNPAID));
    }

    private Map<String, Object> one(String key, BigDecimal total, String currency) {
      expected.add(key);
      var found = marked.getOrDefault(key, List.of());
      if (found.isEmpty()) {
        missing.add(key + ": " + total + " " + currency);
        return null;
      }
      if (found.size() > 1) {
        doubled.add(key + ": " + found.size() + " times");
      }
      var document = found.get(0);
      var booked = PlainJson.amount(document, "total");
      if (booked.compareTo(total) != 0
          || !PlainJson.text(document, "currency").equals(currency)
          || Boolean.TRUE.equals(document.get("voided"))) {
        wrong.add(key + ": shop " + total + " " + currency + ", books " + document);
      }
      return document;
    }

    private void open(String id, Map<String, Object> invoice, BigDecimal owed) {
      var balance = PlainJson.amount(invoice, "balance");
      if (balance.compareTo(owed) != 0) {
        wrong.add("invoice " + id + ": " + balance + " is open, " + owed + " should be");
      }
    }

    /** A sale that lost its marker would be seen by its number. */
    private void numbers() {
      var seen = new HashSet<String>();
      for (var document : PlainJson.list(company, "documents")) {
        var type = PlainJson.text(document, "type");
        var number = PlainJson.text(document, "number");
        var isSale = type.equals("SalesReceipt") || type.equals("Invoice");
        if (isSale && !number.isEmpty() && !seen.add(number)) {
          doubled.add("number " + number);
        }
      }
    }

    private void trialBalance() {
      var balances = PlainJson.object(company.get("trialBalance"));
      var sum =
          balances.keySet().stream()
              .map(account -> PlainJson.amount(balances, account))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (sum.signum() != 0) {
        wrong.add("the trial balance adds up to " + sum);
      }
    }
  }
}
