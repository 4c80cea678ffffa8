package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Due;
import io.shopbooks.ledger.ProductTask;
import io.shopbooks.ledger.ProductTasks;
import io.shopbooks.ledger.Standing;
import io.shopbooks.quickbooks.SignInStates;
import io.shopbooks.report.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes down how a connection stands, for a page. Asks neither shop nor QuickBooks. */
@Component
class Cards {

  private static final int NEWEST = 10;

  private final SignInStates signIns;
  private final Due due;
  private final Standing standing;
  private final ProductTasks products;

  Cards(SignInStates signIns, Due due, Standing standing, ProductTasks products) {
    this.signIns = signIns;
    this.due = due;
    this.standing = standing;
    this.products = products;
  }

  Card of(Connection connection, Words words) {
    var zone = connection.choices().zone();
    Function<Instant, String> moment = at -> words.moment(at, zone);
    var signIn = signIns.of(connection);
    var run = standing.lastRun(connection.name());
    return new Card(
        connection.name(),
        connection.shop().name(),
        signIn.realm().orElse(""),
        signIn.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        signIn.refreshUntil().map(at -> words.date(LocalDate.ofInstant(at, zone))).orElse(""),
        signIn.because(),
        run.map(r -> r.ended().orElse(r.started())).map(moment).orElse(""),
        run.filter(Standing.LastRun::goesOn).isPresent(),
        run.filter(r -> !r.trouble().isEmpty()).map(r -> trouble(r, connection, words)),
        due.next(connection).map(moment).orElse(""),
        words.say("report.footer.time", Map.of("zone", zone.getId())),
        sums(connection, words),
        products.open(connection.name()).stream().map(task -> product(task, words)).toList(),
        standing.newest(connection.name(), NEWEST).stream()
            .map(document -> newest(document, words))
            .toList());
  }

  private static Card.Trouble trouble(Standing.LastRun run, Connection connection, Words words) {
    return new Card.Trouble(
        words.troubleTitle(run.trouble()),
        words.troubleExplanation(run.trouble()),
        run.detail(),
        words.troubleRemedy(run.trouble(), connection.name()));
  }

  private List<Card.Sum> sums(Connection connection, Words words) {
    return standing.sums(connection.name()).stream()
        .collect(Collectors.groupingBy(Standing.Sum::state, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            state ->
                new Card.Sum(
                    state.getKey().word(),
                    words.number(state.getValue().stream().mapToInt(Standing.Sum::count).sum()),
                    state.getValue().stream().map(sum -> words.money(sum.money())).toList()))
        .toList();
  }

  private static Card.Product product(ProductTask task, Words words) {
    return new Card.Product(
        task.name(), task.sku(), words.count("sales", task.documents()), words.money(task.money()));
  }

  private static Card.Newest newest(Standing.Newest document, Words words) {
    return new Card.Newest(
        document.order(),
        words.kind(document.kind()),
        document.number(),
        document.date().map(words::date).orElse(""),
        words.money(document.total()),
        words.state(document.state()),
        document.quickbooksId());
  }
}
