package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopbooks.AtIntuit;
import io.shopbooks.pretend.quickbooks.AppClient;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.quickbooks.Connecting.Reception;
import io.shopbooks.quickbooks.Connecting.Return;
import io.shopbooks.quickbooks.SignInAttempt.Outcome;
import io.shopbooks.quickbooks.SignInStates.State;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From our page to Intuit's and back (`quickbooks-online.md` 1.2 to 1.5). */
class ConnectingTest {

  private final RoundTrip trip = new RoundTrip();
  private final CountingHouse house = trip.house;
  private final Connecting connecting = trip.connecting;
  private final String browser = trip.browser;
  private final Counter counter = trip.counter;

  @AfterEach
  void close() {
    trip.close();
  }

  @Test
  void a_person_who_connects_is_signed_in_and_the_company_is_known_by_name() {
    house.time.await(Duration.ofDays(1));
    house.quickbooks.disconnect(counter.realm);
    counter.plan(Paper.of(counter.company, "waits").receipt());
    assertThat(counter.bring()).get().isInstanceOf(NotSignedIn.class);

    assertThat(connecting.returned(trip.granted(counter.realm), browser))
        .isEqualTo(Reception.TAKEN);

    assertThat(trip.outcome()).isEqualTo(Outcome.SIGNED_IN);
    assertThat(connecting.last(browser).orElseThrow().company()).isEqualTo(counter.company.name());
    assertThat(trip.standing().state()).isEqualTo(State.SIGNED_IN);
    assertThat(trip.standing().since().orElseThrow())
        .isCloseTo(house.time.instant(), within(1, ChronoUnit.MINUTES));
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void a_refreshed_browser_exchanges_nothing_again() {
    var back = trip.granted(counter.realm);
    connecting.returned(back, browser);
    var signIns = house.quickbooks.signIns(counter.realm);

    assertThat(connecting.returned(back, browser)).isEqualTo(Reception.TAKEN_BEFORE);

    assertThat(trip.outcome()).isEqualTo(Outcome.SIGNED_IN);
    assertThat(house.quickbooks.signIns(counter.realm)).isEqualTo(signIns);
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void of_two_returns_at_once_one_is_taken() throws InterruptedException {
    var back = trip.granted(counter.realm);
    var release = new CountDownLatch(1);
    var slow = house.quickbooks.order(Fault.slow(release).on("POST", "/tokens/bearer"));
    var first = CompletableFuture.supplyAsync(() -> connecting.returned(back, browser));
    assertThat(slow.awaitStrike(Duration.ofSeconds(30))).isTrue();

    assertThat(connecting.returned(back, browser)).isEqualTo(Reception.TAKEN_BEFORE);
    assertThat(trip.outcome()).isEqualTo(Outcome.BEGUN);
    release.countDown();

    assertThat(first.join()).isEqualTo(Reception.TAKEN);
    assertThat(trip.outcome()).isEqualTo(Outcome.SIGNED_IN);
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void what_was_forged_or_is_of_another_browser_changes_nothing() {
    var back = trip.granted(counter.realm);
    var forged = new Return("forged", back.code(), back.realm(), "");

    assertThat(connecting.returned(forged, browser)).isEqualTo(Reception.UNKNOWN);
    assertThat(connecting.returned(back, connecting.browser())).isEqualTo(Reception.UNKNOWN);

    assertThat(trip.outcome()).isEqualTo(Outcome.BEGUN);
    assertThat(connecting.returned(back, browser)).isEqualTo(Reception.TAKEN);
  }

  @Test
  void what_lacks_a_parameter_changes_nothing() {
    var back = trip.granted(counter.realm);
    var lacking =
        List.of(
            new Return("", back.code(), back.realm(), ""),
            new Return(back.state(), "", back.realm(), ""),
            new Return(back.state(), back.code(), "", ""),
            new Return(back.state(), back.code(), "../" + back.realm(), ""));

    assertThat(lacking)
        .allSatisfy(
            one -> assertThat(connecting.returned(one, browser)).isEqualTo(Reception.INCOMPLETE));

    assertThat(connecting.returned(back, browser)).isEqualTo(Reception.TAKEN);
  }

  @Test
  void what_comes_too_late_changes_nothing() {
    var back = trip.granted(counter.realm);
    house.time.await(Duration.ofMinutes(31));

    assertThat(connecting.returned(back, browser)).isEqualTo(Reception.EXPIRED);

    assertThat(trip.outcome()).isEqualTo(Outcome.BEGUN);
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void a_person_may_refuse() {
    connecting.returned(RoundTrip.from(AtIntuit.refuses(trip.begun())), browser);

    assertThat(trip.outcome()).isEqualTo(Outcome.DECLINED);
    assertThat(trip.standing().state()).isEqualTo(State.SIGNED_IN);
  }

  @Test
  void a_lost_answer_to_the_exchange_is_not_asked_for_again() {
    var back = trip.granted(counter.realm);
    house.quickbooks.order(Fault.loseAnswer().on("POST", "/tokens/bearer"));

    connecting.returned(back, browser);

    assertThat(trip.outcome()).isEqualTo(Outcome.UNREACHABLE);
    assertThat(connecting.returned(back, browser)).isEqualTo(Reception.TAKEN_BEFORE);
    assertThat(trip.standing().state()).isEqualTo(State.SIGNED_IN);
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void a_code_that_quickbooks_refuses_leaves_the_sign_in_as_it_was() {
    var back = trip.granted(counter.realm);

    connecting.returned(new Return(back.state(), "guessed", back.realm(), ""), browser);

    assertThat(trip.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void wrong_keys_of_the_app_are_told_apart() {
    var back = trip.granted(counter.realm);
    house.quickbooks.register(
        new AppClient("app", "another", List.of(RoundTrip.CALLBACK.toString())));

    connecting.returned(back, browser);

    assertThat(trip.outcome()).isEqualTo(Outcome.UNKNOWN_APP);
  }

  @Test
  void an_invitation_is_good_for_one_browser() {
    var invitation = connecting.invite(house.connection(), "terminal");
    assertThat(connecting.invited(invitation.ticket()).orElseThrow().connection())
        .isEqualTo("acme");

    var authorize =
        connecting.accept(invitation.ticket(), browser, RoundTrip.CALLBACK).orElseThrow();

    assertThat(connecting.accept(invitation.ticket(), connecting.browser(), RoundTrip.CALLBACK))
        .isEmpty();
    assertThat(connecting.invited(invitation.ticket())).isEmpty();
    connecting.returned(RoundTrip.from(AtIntuit.connects(authorize, counter.realm)), browser);
    assertThat(connecting.attempt(invitation.id()).orElseThrow().outcome())
        .isEqualTo(Outcome.SIGNED_IN);
  }

  @Test
  void an_invitation_ends() {
    var invitation = connecting.invite(house.connection(), "terminal");
    house.time.await(Duration.ofMinutes(31));

    assertThat(connecting.accept(invitation.ticket(), browser, RoundTrip.CALLBACK)).isEmpty();
  }

  @Test
  void the_database_knows_neither_state_nor_ticket_nor_browser() {
    var invitation = connecting.invite(house.connection(), "terminal");
    var back = trip.granted(counter.realm);
    connecting.returned(back, browser);

    var rows =
        house
            .db()
            .sql("select t::text || encode(state_hash, 'escape') from quickbooks_sign_in t")
            .query(String.class)
            .list()
            .toString();

    assertThat(rows)
        .contains("signed-in")
        .doesNotContain(invitation.ticket(), back.state(), back.code(), browser);
    assertThat(back.toString()).doesNotContain(back.code());
  }
}
