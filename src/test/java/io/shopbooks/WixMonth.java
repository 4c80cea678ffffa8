package io.shopbooks;

import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.pretend.wix.Audit;
import io.shopbooks.pretend.wix.WixApp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a site says that it was paid, against the receipts in the books. */
final class WixMonth {

  static final String INSTANCE = "a5e1d0c4-7f26-4c3b-9e8d-0b6a4f2c1d37";
  static final String ART_STORE = WixApp.ART_STORE.id();

  private static final Set<String> MONEY =
      Set.of(
          "APPROVED", "REFUND", "PARTIAL_REFUND", "CHARGE_BACK", "DISPUTE", "COMPLETED_FUNDS_HELD");
  private static final Pattern AT_THE_DOOR = Pattern.compile("tickets paid at the door (\\S+)");
  private static final Pattern BY_HAND = Pattern.compile("plan paid by hand (\\S+)");
  private static final Pattern IMPORTED = Pattern.compile("imported (\\S+)");
  private static final Pattern SOLD_IN = Pattern.compile("Sold in (.*), [\\d.]+ items?");
  private static final String PLATFORM = "Wix Stores";

  /** What the books call the apps; of the platform, tills and invoices are a part. */
  private static final Map<String, String> LABELS =
      Map.of(
          WixApp.STORES.id(),
          PLATFORM,
          WixApp.BOOKINGS.id(),
          "Wix Bookings",
          WixApp.VIDEO.id(),
          "Wix Video",
          WixApp.MUSIC.id(),
          "Wix Music",
          WixApp.EVENTS.id(),
          "Wix Events",
          ART_STORE,
          "Wix Art Store",
          WixApp.PRICING_PLANS.id(),
          "Wix Pricing Plans",
          WixApp.INVOICES.id(),
          "Wix Invoices",
          WixApp.PAY_LINKS.id(),
          "Wix Pay Links");

  /** Number and money of something. */
  record Sum(int number, BigDecimal money) {

    Sum plus(BigDecimal amount) {
      return new Sum(number + 1, money.add(amount));
    }
  }

  /**
   * A payment that is final.
   *
   * @param id stands in the memo of its receipt
   */
  private record Paid(String id, String app, BigDecimal amount, String currency) {}

  private final List<Paid> payments = new ArrayList<>();

  /**
   * @param told the sentences of the site's life
   * @param planTotals what a plan of an id costs: the audit knows nothing of money taken by hand
   */
  WixMonth(Audit audit, List<String> told, Function<String, BigDecimal> planTotals) {
    var atTheDoor = named(told, AT_THE_DOOR);
    var imported = named(told, IMPORTED);
    for (var charge : audit.charges()) {
      if (MONEY.contains(charge.status())) {
        add(charge.id(), LABELS.get(charge.app()), charge.amount(), charge.currency());
      } else if (atTheDoor.contains(charge.order())) {
        add(charge.order(), LABELS.get(charge.app()), charge.amount(), charge.currency());
      }
    }
    named(told, BY_HAND)
        .forEach(
            plan ->
                add(plan, LABELS.get(WixApp.PRICING_PLANS.id()), planTotals.apply(plan), "USD"));
    audit.payments().stream()
        .filter(payment -> payment.kind().equals("offline"))
        .filter(payment -> !imported.contains(payment.order()))
        .forEach(payment -> add(payment.id(), PLATFORM, payment.amount(), payment.currency()));
  }

  private void add(String id, String app, BigDecimal amount, String currency) {
    payments.add(new Paid(id, app, amount, currency));
  }

  private static List<String> named(List<String> told, Pattern pattern) {
    return told.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .toList();
  }

  /** Payments and receipts that do not stand one against one, of the same money. */
  List<String> problems(List<PretendDocument> receipts) {
    var problems = new ArrayList<String>();
    for (var payment : payments) {
      var found =
          receipts.stream().filter(receipt -> receipt.memo().contains(payment.id())).toList();
      if (found.size() != 1
          || found.get(0).total().compareTo(payment.amount()) != 0
          || !found.get(0).currency().equals(payment.currency())) {
        problems.add(payment + " has " + found);
      }
    }
    for (var receipt : receipts) {
      var told = payments.stream().filter(payment -> receipt.memo().contains(payment.id())).count();
      if (receipt.total().signum() != 0 && told != 1) {
        problems.add(told + " payments for " + receipt);
      }
    }
    return problems;
  }

  /** Number and money per app and currency, as the site says. */
  Map<String, Sum> paid() {
    var sums = new TreeMap<String, Sum>();
    payments.forEach(paid -> count(sums, paid.app() + " " + paid.currency(), paid.amount()));
    return sums;
  }

  /** The same of the receipts; those of nothing are no payments. */
  Map<String, Sum> inBooks(List<PretendDocument> receipts) {
    var sums = new TreeMap<String, Sum>();
    receipts.stream()
        .filter(receipt -> receipt.total().signum() != 0)
        .forEach(receipt -> count(sums, app(receipt) + " " + receipt.currency(), receipt.total()));
    return sums;
  }

  private static String app(PretendDocument receipt) {
    var told = SOLD_IN.matcher(receipt.memo());
    var app = told.find() ? told.group(1) : "";
    var isOfOrder = receipt.memo().substring(receipt.memo().indexOf("shopbooks:")).contains("/");
    var isNamed = Set.of("Wix Bookings", "Wix Invoices").contains(app);
    return isNamed || !isOfOrder ? app : PLATFORM;
  }

  private static void count(Map<String, Sum> sums, String key, BigDecimal amount) {
    var money = amount.stripTrailingZeros();
    var sum = sums.getOrDefault(key, new Sum(0, BigDecimal.ZERO)).plus(money);
    sums.put(key, new Sum(sum.number(), sum.money().stripTrailingZeros()));
  }
}
