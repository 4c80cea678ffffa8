package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Due;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Hold;
import io.shopbooks.ledger.Standing;
import io.shopbooks.quickbooks.SignInStates;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
  private final Held held;
  private final Reasons reasons;

  Cards(SignInStates signIns, Due due, Standing standing, Held held, Reasons reasons) {
    this.signIns = signIns;
    this.due = due;
    this.standing = standing;
    this.held = held;
    this.reasons = reasons;
  }

  Card of(Connection connection, Written written) {
    var zone = connection.choices().zone();
    Function<Instant, String> moment = at -> written.moment(at, zone);
    var signIn = signIns.of(connection);
    var run = standing.lastRun(connection.name());
    return new Card(
        connection.name(),
        connection.shopId().value(),
        signIn.realm().orElse(""),
        signIn.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        signIn.refreshUntil().map(moment).orElse(""),
        signIn.because(),
        run.map(r -> r.ended().orElse(r.started())).map(moment).orElse(""),
        run.isPresent() && run.get().ended().isEmpty(),
        run.map(Standing.LastRun::trouble).orElse(""),
        run.map(Standing.LastRun::detail).orElse(""),
        due.next(connection).map(moment).orElse(""),
        sums(connection, written),
        standing.newest(connection.name(), NEWEST).stream()
            .map(document -> newest(document, written))
            .toList(),
        held.of(connection.name()).stream().map(hold -> held(hold, connection, written)).toList());
  }

  private List<Card.Sum> sums(Connection connection, Written written) {
    return standing.sums(connection.name()).stream()
        .collect(Collectors.groupingBy(Standing.Sum::state, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            state ->
                new Card.Sum(
                    state.getKey().word(),
                    written.number(state.getValue().stream().mapToInt(Standing.Sum::count).sum()),
                    state.getValue().stream().map(sum -> written.money(sum.money())).toList()))
        .toList();
  }

  private static Card.Newest newest(Standing.Newest document, Written written) {
    return new Card.Newest(
        document.order(),
        document.kind(),
        document.number(),
        document.date().map(written::day).orElse(""),
        written.money(document.total()),
        document.state(),
        document.quickbooksId());
  }

  private Card.HeldOne held(Hold hold, Connection connection, Written written) {
    return new Card.HeldOne(
        hold.connection(),
        hold.number(),
        hold.subject().replaceFirst(" .*", ""),
        written.money(hold.money()),
        written.moment(hold.since(), connection.choices().zone()),
        reasons.of(hold, written.language()));
  }
}
