package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.quickbooks.Disconnecting.Farewell;
import io.shopbooks.quickbooks.SignInStates.State;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How sign-ins are kept alive, how they end, and who is warned. */
class KeepingSignInsTest {

  private final CountingHouse house = CountingHouse.shared();
  private final KeepingSignIns keeping = house.bean(KeepingSignIns.class);
  private Counter counter;

  @BeforeEach
  void open() {
    counter = house.open(Region.US);
  }

  @AfterEach
  void backToNormal() {
    house.quickbooks.clearFaults();
    house.quickbooks.rotateRefreshTokensAfter(Duration.ofHours(24));
    keeping.toBeRevoked().forEach(keeping::revoke);
  }

  private SignInStates.SignIn standing() {
    return house.bean(SignInStates.class).of(house.connection());
  }

  private Farewell disconnect() {
    return house.bean(Disconnecting.class).disconnect(house.connection(), "ann");
  }

  private void aDayLater() {
    house.time.await(Duration.ofDays(1));
    if (keeping.idle().contains(counter.realm)) {
      keeping.renew(counter.realm);
    }
  }

  @Test
  void a_sign_in_that_nobody_uses_outlives_its_hundred_days() {
    for (int day = 0; day < 150; day++) {
      aDayLater();
    }

    assertThat(standing().state()).isEqualTo(State.SIGNED_IN);
    assertThat(standing().ending(house.time.instant())).isEmpty();
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void what_was_renewed_today_is_left_alone() {
    house.time.await(Duration.ofHours(22));
    assertThat(keeping.idle()).doesNotContain(counter.realm);
    var renewed = standing().renewed();

    keeping.renew(counter.realm);

    assertThat(standing().renewed()).isEqualTo(renewed);
  }

  @Test
  void a_renewal_that_fails_is_due_again_and_ends_nothing() {
    house.time.await(Duration.ofDays(1));
    house.quickbooks.order(Fault.html(503).on("POST", "/tokens/bearer"));

    assertThatThrownBy(() -> keeping.renew(counter.realm)).isInstanceOf(CompanyResting.class);

    assertThat(standing().refused()).isEmpty();
    assertThat(keeping.idle()).contains(counter.realm);
    keeping.renew(counter.realm);
    assertThat(keeping.idle()).doesNotContain(counter.realm);
  }

  @Test
  void of_a_dead_one_the_first_refusal_is_remembered() {
    house.quickbooks.disconnect(counter.realm);
    aDayLater();
    var first = standing().refused().orElseThrow();
    assertThat(first).isCloseTo(house.time.instant(), within(1, ChronoUnit.MINUTES));
    assertThat(standing().because()).contains("invalid_grant");

    aDayLater();
    assertThat(counter.bring()).get().isInstanceOf(NotSignedIn.class);

    assertThat(standing().refused()).contains(first);
    counter.signIn();
    assertThat(standing().refused()).isEmpty();
  }

  @Test
  void the_end_after_five_years_is_warned_of_in_steps() {
    var began = house.time.instant();
    var hard = standing().hardUntil().orElseThrow();
    assertThat(ChronoUnit.DAYS.between(began, hard)).isBetween(1825L, 1827L);

    assertThat(until(hard).ending(hard.minus(Duration.ofDays(31)))).isEmpty();
    assertThat(step(hard, Duration.ofDays(30))).isEqualTo(30);
    assertThat(step(hard, Duration.ofDays(15))).isEqualTo(30);
    assertThat(step(hard, Duration.ofDays(14))).isEqualTo(14);
    assertThat(step(hard, Duration.ofDays(7))).isEqualTo(7);
    assertThat(step(hard, Duration.ofHours(20))).isEqualTo(1);
  }

  /** One that is renewed every day. */
  private static SignInStates.SignIn until(Instant hard) {
    Optional<Instant> none = Optional.empty();
    return new SignInStates.SignIn(
        State.SIGNED_IN, Optional.of("1"), "", none, Optional.of(hard), none, none, none);
  }

  private static int step(Instant end, Duration before) {
    var ending = until(end).ending(end.minus(before)).orElseThrow();
    assertThat(ending.forGood()).isTrue();
    assertThat(ending.end()).isEqualTo(end);
    return ending.step();
  }

  @Test
  void one_that_could_not_be_renewed_for_long_is_warned_of_too() {
    house.time.await(Duration.ofDays(94));

    var ending = standing().ending(house.time.instant()).orElseThrow();

    assertThat(ending.forGood()).isFalse();
    assertThat(ending.step()).isEqualTo(7);
  }

  @Test
  void disconnecting_tells_quickbooks_and_forgets_the_tokens() {
    assertThat(disconnect()).isEqualTo(Farewell.DONE);

    assertThat(house.quickbooks.signIns(counter.realm)).isZero();
    assertThat(standing().state()).isEqualTo(State.SIGNED_OUT);
    assertThat(standing().refused()).isEmpty();
    assertThat(standing().because()).isEqualTo("disconnected by ann");
    assertThat(kept()).isFalse();
    counter.plan(Paper.of(counter.company, "waits").receipt());
    assertThat(counter.bring()).get().isInstanceOf(NotSignedIn.class);
    assertThat(disconnect()).isEqualTo(Farewell.NOTHING);
  }

  @Test
  void a_renewal_that_goes_on_meanwhile_brings_nothing_back() throws Exception {
    house.quickbooks.rotateRefreshTokensAfter(Duration.ZERO);
    house.time.await(Duration.ofMinutes(56));
    var release = new CountDownLatch(1);
    var slow = house.quickbooks.order(Fault.slow(release).on("POST", "/tokens/bearer"));
    var renewal =
        CompletableFuture.runAsync(() -> house.bean(SignIns.class).accessToken(counter.realm, ""));
    assertThat(slow.awaitStrike(Duration.ofSeconds(30))).isTrue();
    var farewell = CompletableFuture.supplyAsync(this::disconnect);
    await().until(() -> farewell.isDone() || isLockAwaited());

    release.countDown();

    renewal.join();
    assertThat(farewell.join()).isEqualTo(Farewell.DONE);
    assertThat(standing().state()).isEqualTo(State.SIGNED_OUT);
    assertThat(house.quickbooks.signIns(counter.realm)).isZero();
    assertThat(kept()).isFalse();
  }

  private boolean isLockAwaited() {
    return house
        .db()
        .sql("select count(*) > 0 from pg_locks where locktype = 'advisory' and not granted")
        .query(Boolean.class)
        .single();
  }

  private boolean kept() {
    return house
        .db()
        .sql(
            """
            select refresh_token is not null or access_token is not null
                or exists (select from quickbooks_to_revoke r where r.realm = c.realm)
            from quickbooks_company c where realm = :realm
            """)
        .param("realm", counter.realm)
        .query(Boolean.class)
        .single();
  }

  @Test
  void where_quickbooks_does_not_answer_it_is_told_later() {
    house.quickbooks.order(Fault.loseRequest().on("POST", "/tokens/revoke"));

    assertThat(disconnect()).isEqualTo(Farewell.TO_BE_TOLD);
    assertThat(standing().state()).isEqualTo(State.SIGNED_OUT);
    assertThat(house.quickbooks.signIns(counter.realm)).isEqualTo(1);

    keeping.toBeRevoked().forEach(keeping::revoke);

    assertThat(house.quickbooks.signIns(counter.realm)).isZero();
    assertThat(kept()).isFalse();
  }

  @Test
  void a_lost_answer_of_quickbooks_is_asked_for_again_and_does_no_harm() {
    house.quickbooks.order(Fault.loseAnswer().on("POST", "/tokens/revoke"));

    assertThat(disconnect()).isEqualTo(Farewell.TO_BE_TOLD);
    keeping.toBeRevoked().forEach(keeping::revoke);

    assertThat(keeping.toBeRevoked()).doesNotContain(counter.realm);
  }

  @Test
  void who_signs_in_anew_before_quickbooks_was_told_stays_signed_in() {
    house.quickbooks.order(Fault.loseRequest().on("POST", "/tokens/revoke"));
    disconnect();

    counter.signIn();
    keeping.toBeRevoked().forEach(keeping::revoke);

    assertThat(standing().state()).isEqualTo(State.SIGNED_IN);
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void all_connections_of_the_company_stop_with_it() {
    assertThat(house.bean(Disconnecting.class).stops(house.connection())).containsExactly("acme");
  }
}
