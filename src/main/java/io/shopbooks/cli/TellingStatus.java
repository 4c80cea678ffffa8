package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.Due;
import io.shopbooks.connections.Finding;
import io.shopbooks.ledger.ProductTask;
import io.shopbooks.ledger.ProductTasks;
import io.shopbooks.ledger.Standing;
import io.shopbooks.quickbooks.SignInStates;
import io.shopbooks.sale.Money;
import io.shopbooks.setup.SignInWords;
import io.shopbooks.stock.StockLists;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells how every connection stands, from what is known here. */
@Component
class TellingStatus {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ENGLISH);

  private final Connections connections;
  private final Due due;
  private final SignInStates signIns;
  private final Standing standing;
  private final ProductTasks products;
  private final StockLists stock;
  private final Clock clock;

  TellingStatus(
      Connections connections,
      Due due,
      SignInStates signIns,
      Standing standing,
      ProductTasks products,
      StockLists stock,
      Clock clock) {
    this.connections = connections;
    this.due = due;
    this.signIns = signIns;
    this.standing = standing;
    this.products = products;
    this.stock = stock;
    this.clock = clock;
  }

  /** The whole answer for machines. */
  record Status(List<Told> connections, List<String> broken) {}

  /**
   * One connection for machines; moments in UTC.
   *
   * @param signInUntil the sign-in ends then unless it is used before
   * @param signInEnds it ends then in any case
   * @param signInRefused when QuickBooks first refused it
   * @param stockToConfirm quantities that go to the shop only when a person agrees
   */
  record Told(
      String connection,
      String shop,
      Optional<String> realm,
      String signIn,
      Optional<Instant> signInUntil,
      Optional<Instant> signInEnds,
      Optional<Instant> signInRefused,
      Optional<Run> lastRun,
      Optional<Instant> nextRun,
      List<Sum> sums,
      List<TellingUnmatched.Told> productsWithoutItem,
      int stockToConfirm) {}

  record Run(Instant started, Optional<Instant> ended, String trouble, String detail) {}

  record Sum(String state, int count, String amount, String currency) {}

  /** Tells all; answers the exit status. */
  int tell(Output output) {
    var all = connections.all();
    var broken =
        connections.findings().values().stream()
            .flatMap(List::stream)
            .map(Finding::toString)
            .toList();
    output.value(new Status(all.stream().map(this::told).toList(), broken));
    if (all.isEmpty() && broken.isEmpty()) {
      output.line(
          "There is no connection yet: copy mappings/connections/acme.yaml.example to <name>.yaml."
              + " (--demo shows the demo's.)");
    }
    all.forEach(connection -> lines(connection).forEach(output::line));
    broken.forEach(output::line);
    return broken.isEmpty() ? ExitStatus.GOOD : ExitStatus.CONFIGURATION;
  }

  private Told told(Connection connection) {
    var signIn = signIns.of(connection);
    return new Told(
        connection.name(),
        connection.shopId().value(),
        signIn.realm(),
        signIn.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        signIn.refreshUntil(),
        signIn.hardUntil(),
        signIn.refused(),
        standing
            .lastRun(connection.name())
            .map(run -> new Run(run.started(), run.ended(), run.trouble(), run.detail())),
        due.next(connection),
        standing.sums(connection.name()).stream()
            .map(
                sum ->
                    new Sum(
                        sum.state().word(),
                        sum.count(),
                        Amounts.number(sum.money()),
                        sum.money().currency().getCurrencyCode()))
            .toList(),
        products.open(connection.name()).stream().map(TellingUnmatched.Told::of).toList(),
        stock.standing(connection).confirm());
  }

  private List<String> lines(Connection connection) {
    var zone = connection.choices().zone();
    var lines = new ArrayList<String>();
    lines.add(connection.name() + "  " + connection.shopId().value());
    var signIn = signIns.of(connection);
    lines.add("  sign-in     " + SignInWords.of(signIn));
    SignInWords.warning(signIn, clock.instant())
        .ifPresent(
            warning ->
                lines.add(
                    "  WARNING     " + warning + ". " + SignInWords.remedy(connection.name())));
    lines.add(
        "  last run    "
            + standing.lastRun(connection.name()).map(r -> run(r, zone)).orElse("none"));
    lines.add(
        "  next run    " + due.next(connection).map(at -> moment(at, zone)).orElse("on demand"));
    standing.sums(connection.name()).stream()
        .collect(
            Collectors.groupingBy(Standing.Sum::state, java.util.TreeMap::new, Collectors.toList()))
        .forEach((state, sums) -> lines.add(line(state, sums)));
    var open = products.open(connection.name());
    if (!open.isEmpty()) {
      lines.add(
          line("no item", open.size(), ProductTask.money(open))
              + "  (shopbooks unmatched "
              + connection.name()
              + ")");
    }
    var toConfirm = stock.standing(connection).confirm();
    if (toConfirm > 0) {
      lines.add(
          "  stock       %d to confirm  (shopbooks stock %s)"
              .formatted(toConfirm, connection.name()));
    }
    return lines;
  }

  private static String line(Standing.State state, List<Standing.Sum> sums) {
    var count = sums.stream().mapToInt(Standing.Sum::count).sum();
    return line(
        state.word().replace('-', ' '), count, sums.stream().map(Standing.Sum::money).toList());
  }

  private static String line(String what, int count, List<Money> amounts) {
    var money = amounts.stream().map(English.WORDS::money).collect(Collectors.joining(", "));
    return "  %-11s %d  %s".formatted(what, count, money);
  }

  private static String run(Standing.LastRun run, ZoneId zone) {
    var ended =
        run.ended()
            .map(at -> moment(at, zone))
            .orElse((run.goesOn() ? "runs; begun " : "begun ") + moment(run.started(), zone));
    var trouble = run.trouble().isEmpty() ? "" : ", " + English.WORDS.troubleTitle(run.trouble());
    return ended + trouble + (run.detail().isEmpty() ? "" : ": " + run.detail());
  }

  private static String moment(Instant moment, ZoneId zone) {
    return MOMENT.format(moment.atZone(zone));
  }
}
