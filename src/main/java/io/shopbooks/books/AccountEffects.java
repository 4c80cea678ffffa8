package io.shopbooks.books;

import io.shopbooks.sale.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;

/**
 * Adds up what documents do to the accounts of a company, before they are sent. Sales tax is one
 * account here, whichever agencies it is owed to; what inventory costs is QuickBooks' to know.
 */
public final class AccountEffects {

  /** What the account of sales tax is called here. */
  public static final String SALES_TAX = "Sales tax";

  private record Account(String name, Currency currency) {}

  private final Chart chart;
  private final TreeMap<Account, Money[]> sides =
      new TreeMap<>(
          Comparator.comparing((Account one) -> one.currency().getCurrencyCode())
              .thenComparing(Account::name));

  private AccountEffects(Chart chart) {
    this.chart = chart;
  }

  /**
   * What changes in the books, in which debits equal credits in each currency.
   *
   * @param changes documents to be; those in the books so far are taken back
   */
  public static List<AccountEffect> of(Chart chart, List<Change> changes) {
    var effects = new AccountEffects(chart);
    for (var change : changes) {
      effects.add(change.wanted(), false);
      change.inBooks().ifPresent(document -> effects.add(document, true));
    }
    return effects.told();
  }

  private void add(Document document, boolean back) {
    if (document instanceof SalesForm form) {
      form(form, back);
    } else if (document instanceof CustomerPayment payment) {
      debit(chart.deposit(payment.settlement()), signed(payment.total(), back));
      credit(chart.receivables(payment.total().currency()), signed(payment.total(), back));
    } else if (document instanceof Expense expense) {
      debit(expense.to().name(), signed(expense.total(), back));
      credit(expense.from().name(), signed(expense.total(), back));
    }
    // An application moves nothing: it only says which credit pays what.
  }

  private void form(SalesForm form, boolean back) {
    var isCredit = form.key().kind().purpose() == DocumentKind.Purpose.CREDIT;
    var turned = isCredit != back;
    debit(account(form), signed(form.total(), turned));
    form.lines().forEach(line -> credit(chart.income(line.item()), signed(line.amount(), turned)));
    credit(SALES_TAX, signed(form.tax().total(), turned));
  }

  private String account(SalesForm form) {
    return switch (form.key().kind()) {
      case INVOICE, CREDIT_MEMO -> chart.receivables(form.total().currency());
      default -> chart.deposit(form.settlement());
    };
  }

  private static Money signed(Money money, boolean turned) {
    return turned ? money.negated() : money;
  }

  private void debit(String account, Money money) {
    if (!money.isZero()) {
      var both = sides(account, money.currency());
      var side = money.isNegative() ? 1 : 0;
      both[side] = both[side].plus(money.absolute());
    }
  }

  private void credit(String account, Money money) {
    debit(account, money.negated());
  }

  private Money[] sides(String account, Currency currency) {
    return sides.computeIfAbsent(
        new Account(account, currency),
        key -> new Money[] {Money.zero(currency), Money.zero(currency)});
  }

  private List<AccountEffect> told() {
    var told = new ArrayList<AccountEffect>();
    sides.forEach((key, both) -> told.add(new AccountEffect(key.name(), both[0], both[1])));
    return told;
  }
}
