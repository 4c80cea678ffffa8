package io.shopbooks.setup;

import io.shopbooks.books.Bookkeeper;
import io.shopbooks.books.Choices;
import io.shopbooks.books.Company;
import io.shopbooks.books.Rules;
import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.Lookout;
import io.shopbooks.quickbooks.OtherSales;
import io.shopbooks.quickbooks.SignIns;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.shop.Shops;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.IntConsumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Books past orders as if they came today, and keeps nothing: no order enters the ledger, nothing
 * is written to QuickBooks, and the company is read from its mirror. Its documents that are not
 * ours are read once from the start date on, as for the first sync, which then needs not. It sees
 * what mapping, rules and choices hold, and which sales are in the books already; not what
 * QuickBooks would refuse.
 */
@Component
public class DryRun {

  private final Shops shops;
  private final Rules rules;
  private final Bookkeeper bookkeeper;
  private final SignIns signIns;
  private final Lookout lookout;
  private final OtherSales others;
  private final Clock clock;
  private final int most;

  /**
   * @param most orders that are read at most, a hundred with a request
   */
  DryRun(
      Shops shops,
      Rules rules,
      Bookkeeper bookkeeper,
      SignIns signIns,
      Lookout lookout,
      OtherSales others,
      Clock clock,
      @Value("${shopbooks.check.orders:5000}") int most) {
    this.shops = shops;
    this.rules = rules;
    this.bookkeeper = bookkeeper;
    this.signIns = signIns;
    this.lookout = lookout;
    this.others = others;
    this.clock = clock;
    this.most = most;
  }

  /**
   * Tries the orders that were made in the last so many days.
   *
   * @param progress is told after each order how many were read so far
   * @throws io.shopbooks.quickbooks.NotSignedIn if nobody signed in to the company
   * @throws io.shopbooks.quickbooks.CompanyResting if QuickBooks does not answer
   * @throws io.shopbooks.shop.ShopUnreachable if the shop does not answer
   * @throws io.shopbooks.shop.ShopRefused if it refuses
   */
  public Tried over(Connection connection, int days, IntConsumer progress) {
    var today = LocalDate.ofInstant(clock.instant(), connection.zone());
    var from = today.minusDays(days - 1);
    var company = lookout.facts(signIns.realm(connection));
    others.read(company.realm(), connection.choices());
    var tally = new Tally(connection, company.realm(), from, today);
    var orders = shops.window(connection, from, today).iterator();
    while (tally.read() < most && orders.hasNext()) {
      tally.add(tried(orders.next(), connection, company));
      progress.accept(tally.read());
    }
    return tally.tried(!orders.hasNext());
  }

  private TriedOrder tried(RawOrder order, Connection connection, Company company) {
    return new Attempt(order, connection, choices(order, connection), company, shops, others)
        .by(rules, bookkeeper);
  }

  /**
   * Orders before the start date are tried, too: they show what will come. Their period may be
   * closed, which is no matter, because they are never booked.
   */
  private static Choices choices(RawOrder order, Connection connection) {
    var chosen = connection.choices();
    var day = LocalDate.ofInstant(order.created(), connection.zone());
    if (!day.isBefore(chosen.startDate())) {
      return chosen;
    }
    return new Choices(
        chosen.zone(),
        day,
        Choices.ClosedBooks.FIRST_OPEN_DAY,
        chosen.sales(),
        chosen.credits(),
        chosen.products(),
        chosen.taxes(),
        chosen.payments(),
        chosen.rate());
  }
}
