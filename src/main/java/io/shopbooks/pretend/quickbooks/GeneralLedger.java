package io.shopbooks.pretend.quickbooks;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The double-entry books: what each transaction posts, and the running balance per account. */
final class GeneralLedger {

  /** Slot of what a transaction posts itself; other slots are items whose cost it moves. */
  private static final String DIRECT = "";

  private final Map<String, Map<String, List<Posting>>> lines = new HashMap<>();
  private final Map<String, BigDecimal> balances = new HashMap<>();
  private final Map<String, BigDecimal> parties = new HashMap<>();

  /** Replaces what a transaction posted so far; an empty list takes it out of the books. */
  void post(String transaction, List<Posting> postings) {
    replace(transaction, DIRECT, postings);
  }

  /** Replaces the cost of goods that inventory found for a transaction and an item. */
  void cost(String transaction, String item, List<Posting> postings) {
    replace(transaction, item, postings);
  }

  private void replace(String transaction, String slot, List<Posting> postings) {
    var sum = postings.stream().map(Posting::home).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.signum() != 0) {
      throw new IllegalStateException(transaction + " is out of balance: " + postings);
    }
    var slots = lines.computeIfAbsent(transaction, id -> new TreeMap<>());
    slots.getOrDefault(slot, List.of()).forEach(old -> add(old, BigDecimal.ONE.negate()));
    postings.forEach(posting -> add(posting, BigDecimal.ONE));
    slots.put(slot, List.copyOf(postings));
  }

  private void add(Posting posting, BigDecimal sign) {
    balances.merge(posting.account(), posting.home().multiply(sign), BigDecimal::add);
    var party = posting.account() + " " + posting.party();
    parties.merge(party, posting.own().multiply(sign), BigDecimal::add);
  }

  /** Debits less credits of an account, in home currency. */
  BigDecimal balance(String account) {
    return balances.getOrDefault(account, BigDecimal.ZERO);
  }

  /** Debits less credits of one customer or vendor on an account, in the documents' currency. */
  BigDecimal balance(String account, String party) {
    return parties.getOrDefault(account + " " + party, BigDecimal.ZERO);
  }

  /** Everything a transaction posts, its cost of goods last. */
  List<Posting> postings(String transaction) {
    return lines.getOrDefault(transaction, Map.of()).values().stream()
        .flatMap(List::stream)
        .toList();
  }
}
