package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.quickbooks.Connecting.Return;
import io.shopbooks.quickbooks.SignInAttempt.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sign-in that is to another company than before (`quickbooks-online.md` 1.2 to 1.5). */
class OtherCompanyTest {

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
  void another_company_is_asked_about_and_a_yes_changes_the_connection() {
    var other = trip.elsewhere();
    connecting.returned(trip.granted(other), browser);
    assertThat(trip.outcome()).isEqualTo(Outcome.ANOTHER_COMPANY);
    assertThat(connecting.before(connecting.last(browser).orElseThrow())).contains(counter.realm);
    assertThat(trip.standing().realm()).contains(counter.realm);

    connecting.answer(browser, true);
    connecting.answer(browser, false);

    assertThat(trip.outcome()).isEqualTo(Outcome.SIGNED_IN);
    assertThat(trip.standing().realm()).contains(other);
    assertThat(house.quickbooks.signIns(other)).isEqualTo(1);
  }

  @Test
  void a_no_keeps_the_company_and_ends_the_sign_in_to_the_other() {
    var other = trip.elsewhere();
    connecting.returned(trip.granted(other), browser);

    connecting.answer(connecting.browser(), true);
    connecting.answer(browser, false);

    assertThat(trip.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(trip.standing().realm()).contains(counter.realm);
    assertThat(house.quickbooks.signIns(other)).isZero();
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void a_question_that_nobody_answers_is_a_no() {
    var other = trip.elsewhere();
    connecting.returned(trip.granted(other), browser);
    house.time.await(Duration.ofMinutes(31));

    assertThat(house.bean(KeepingSignIns.class).toBeRevoked()).isEmpty();

    assertThat(trip.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(house.quickbooks.signIns(other)).isZero();
  }

  @Test
  void a_company_that_the_tokens_do_not_open_is_not_believed() {
    var other = trip.elsewhere();
    var back = trip.granted(other);

    connecting.returned(new Return(back.state(), back.code(), counter.realm, ""), browser);

    assertThat(trip.outcome()).isEqualTo(Outcome.WRONG_COMPANY);
    assertThat(counter.bring()).isEmpty();
  }
}
