package io.shopbooks.properties;

import io.shopbooks.pretend.quickbooks.PretendCompany;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The books of a company, held against the word of its shop. */
record Books(PretendCompany company, Place place, Choice choice) {

  private static final Pattern MARKER = Pattern.compile("shopbooks:\\S+:([a-z-]+):([^:\\s]+)$");
  private static final Map<String, String> PURPOSES =
      Map.of(
          "sales-receipt", "sale",
          "invoice", "sale",
          "credit-memo", "credit",
          "refund-receipt", "credit");
  private static final Set<String> INCOME =
      Set.of(
          "Sales of Product Income",
          "Shipping Income",
          "Fee Income",
          "Discounts given",
          "Refunds",
          "Rounding");

  /** Everything that is not as the shop says, in words. */
  List<String> against(ShopsWord word) {
    var wrong = new ArrayList<String>();
    var found = byPurpose(wrong);
    var keys = new TreeSet<>(word.documents.keySet());
    keys.addAll(found.keySet());
    for (var key : keys) {
      var document = found.get(key);
      var total = word.documents.get(key);
      if (document == null || total == null || document.total().compareTo(total) != 0) {
        wrong.add(
            key + ": shop " + total + ", books " + (document == null ? "-" : document.total()));
      } else if (choice.tellsTax() && !key.startsWith("expense")) {
        tax(key, document, word, wrong);
      }
    }
    word.accounts.forEach((account, balance) -> equal(account, balance(account), balance, wrong));
    ledger(found, word, wrong);
    return wrong;
  }

  private Map<String, PretendDocument> byPurpose(List<String> wrong) {
    var found = new HashMap<String, PretendDocument>();
    for (var document : company.documents()) {
      var marker = MARKER.matcher(document.memo());
      if (!marker.find()) {
        wrong.add("Without a marker: " + document);
      } else if (!marker.group(1).equals("application")) {
        var kind = marker.group(1);
        var key = PURPOSES.getOrDefault(kind, kind) + " " + marker.group(2);
        if (found.put(key, document) != null) {
          wrong.add("Twice: " + key);
        }
      }
    }
    return found;
  }

  private static void tax(
      String key, PretendDocument document, ShopsWord word, List<String> wrong) {
    var told = word.taxes.get(key);
    var within = document.tax().signum() >= 0 && document.tax().compareTo(document.total()) <= 0;
    if (told == null ? !within : document.tax().compareTo(told) != 0) {
      wrong.add(key + ": tax of the shop " + told + ", of the books " + document.tax());
    }
  }

  private void ledger(Map<String, PretendDocument> found, ShopsWord word, List<String> wrong) {
    var income = sum(INCOME::contains);
    var payable = sum(name -> isTax(name));
    equal("Income and tax", income.add(payable), word.turnover.negate(), wrong);
    if (choice.tellsTax()) {
      var tax =
          found.entrySet().stream()
              .map(e -> signed(e.getKey(), e.getValue()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      equal("Tax payable", payable, tax.negate(), wrong);
    }
    var other =
        sum(
            name ->
                !INCOME.contains(name)
                    && !isTax(name)
                    && word.accounts.keySet().stream().noneMatch(name::startsWith));
    equal("All other accounts", other, BigDecimal.ZERO, wrong);
  }

  private BigDecimal signed(String key, PretendDocument document) {
    var worth = document.tax().multiply(place.worth(document.currency()));
    return key.startsWith("credit ") ? worth.negate() : worth;
  }

  private static boolean isTax(String account) {
    return account.equals("Sales tax collected")
        || account.endsWith(" Payable") && !account.startsWith("Accounts");
  }

  private BigDecimal balance(String account) {
    return sum(name -> name.startsWith(account));
  }

  private BigDecimal sum(Predicate<String> accounts) {
    return company.trialBalance().entrySet().stream()
        .filter(entry -> accounts.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void equal(String what, BigDecimal books, BigDecimal shop, List<String> wrong) {
    if (books.compareTo(shop) != 0) {
      wrong.add(what + ": " + books + " in the books, " + shop + " by the shop");
    }
  }
}
