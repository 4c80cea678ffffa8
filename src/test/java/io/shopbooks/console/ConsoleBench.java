package io.shopbooks.console;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/console}: how long the pages take over a ledger of many sales. */
@Command(name = "bench/console", mixinStandardHelpOptions = true)
final class ConsoleBench implements Callable<Integer> {

  private static final long MOST_MILLIS = 200;

  @Option(names = "--sales", description = "Sales in the ledger (${DEFAULT-VALUE}).")
  int sales = 100_000;

  @Option(names = "--times", description = "How often each page is asked for (${DEFAULT-VALUE}).")
  int times = 40;

  /** Runs it; the exit status is 0 if the medians of all pages are as promised. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ConsoleBench()).execute(arguments));
  }

  @Override
  public Integer call() {
    try (var world =
        World.of(
                Store.us(),
                Region.US,
                """
                sync: { time-zone: America/New_York, start-date: "2025-01-01", schedule: off }
                taxes: { mode: mapped, us-code: New York City }
                payments: { methods: { stripe: { account: Undeposited Funds } } }
                """)
            .served()) {
      world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("A-1"));
      world.sync();
      multiply(world.bean(JdbcClient.class));
      System.out.printf("%d sales; milliseconds until a page is there%n", sales);
      System.out.printf("%-34s %8s %8s%n", "", "median", "95th");
      var browser = Visitors.operator(world, "en");
      var lists = lists(browser);
      // All of them first, or the page that is measured first pays for what they share.
      for (int i = 0; i < 5; i++) {
        lists.values().forEach(browser::opens);
      }
      var good = true;
      for (var list : lists.entrySet()) {
        var fast = measure(browser, list.getKey(), list.getValue());
        good &= fast;
      }
      System.out.println(
          good ? "Each page is there in less than 200 ms." : "A page takes longer than 200 ms.");
      return good ? 0 : 1;
    }
  }

  /** The one sale becomes many: of other days, customers, amounts and states. */
  private void multiply(JdbcClient db) {
    for (var sql :
        List.of(
            """
            insert into shop_order (shop, realm, order_id, connection, number, status, currency,
                total, created_at, raw, hash, state, because, attempt, mapping, customer,
                received_at, changed_at)
            select shop, realm, 'x' || n, connection, (100000 + n)::text, status, currency,
                round(total + n % 5000 / 100.0, 2), created_at - n * interval '4 minutes', raw, hash || n,
                case when n % 200 = 0 then 'waiting' when n % 331 = 0 then 'left-out' else state end,
                case when n % 200 = 0 then 'not-paid-yet'
                     when n % 331 = 0 then 'ignored' else because end,
                attempt, mapping, (array['Ann', 'Bob', 'Chloé', 'Dan'])[1 + n % 4] || ' Smith' || n % 997,
                received_at, changed_at
            from shop_order, generate_series(1, :sales) n where order_id not like 'x%'
            """,
            """
            insert into document (shop, realm, purpose, kind, shop_id, order_id, connection, number,
                dated, currency, total, plan, state, due_at, quickbooks_id, stored, posted_total,
                posted_at)
            select shop, realm, purpose, kind, 'x' || n, 'x' || n, connection, 'W-' || 100000 + n,
                dated, currency, round(total + n % 5000 / 100.0, 2), plan,
                case when n % 997 = 0 then 'doubtful' when n % 503 = 0 then 'held' else state end,
                -- nobody asks about them while pages are timed
                due_at + interval '1 year', n::text, stored, round(posted_total + n % 5000 / 100.0, 2), posted_at
            from document, generate_series(1, :sales) n
            where shop_id not like 'x%' and n % 200 <> 0 and n % 331 <> 0
            """,
            """
            insert into hold (connection, shop, realm, order_id, subject, document, why, facts,
                currency, amount, since)
            select connection, shop, realm, order_id, 'document ' || id, id, 'refused', '{}',
                currency, total, posted_at
            from document where state = 'held'
            """)) {
      var statement = db.sql(sql);
      (sql.contains(":sales") ? statement.param("sales", sales) : statement).update();
    }
    // PostgreSQL does so by itself soon after so many rows came.
    db.sql("vacuum analyze").update();
  }

  private static Map<String, String> lists(Browser browser) {
    var lists = new LinkedHashMap<String, String>();
    var home = "/connections/acme/sales";
    lists.put("first page", home);
    var deep = "2026-03-01T00:00:00Z~x1";
    lists.put("a page far behind", home + "?after=" + deep);
    lists.put("number", home + "?q=150123");
    lists.put("beginning of many numbers", home + "?q=100");
    lists.put("document number", home + "?q=W-15012");
    lists.put("customer", home + "?q=ann+smith12");
    lists.put("amount", home + "?q=30.00");
    lists.put("nothing like it", home + "?q=zzz");
    lists.put("held", home + "?state=held");
    lists.put("doubtful", home + "?state=doubtful");
    lists.put("waiting", home + "?state=waiting");
    lists.put("in the books", home + "?state=in-books");
    lists.put("of a kind", home + "?kind=sales-receipt");
    lists.put("of a kind that is nowhere", home + "?kind=invoice");
    lists.put("of some days", home + "?from=2026-02-01&until=2026-02-10&state=in-books");
    lists.put("one sale", browser.opens(home).select("table.sales a").attr("href"));
    lists.put("overview of the connection", "/connections/acme");
    lists.put("held by reason", "/connections/acme/held");
    return lists;
  }

  private boolean measure(Browser browser, String name, String address) {
    var millis = new ArrayList<Long>();
    for (int i = 0; i < times; i++) {
      var started = System.nanoTime();
      browser.opens(address);
      millis.add((System.nanoTime() - started) / 1_000_000);
      if (browser.status() != 200) {
        throw new IllegalStateException(address + " answered " + browser.status());
      }
    }
    millis.sort(null);
    var median = millis.get(times / 2);
    System.out.printf("%-34s %8d %8d%n", name, median, millis.get(times * 95 / 100));
    return median < MOST_MILLIS;
  }
}
