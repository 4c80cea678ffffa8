package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.pretend.quickbooks.AppClient;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.OrderedFault;
import io.shopbooks.pretend.quickbooks.Region;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** How a sign-in lives and ends (`quickbooks-online.md` 1.3 to 1.5). */
class SignInLifeTest {

  private static final String TOKENS = "/tokens/bearer";
  private static final Duration NEARLY_AN_HOUR = Duration.ofMinutes(56);

  private final CountingHouse house = CountingHouse.shared();
  private Counter counter;

  @BeforeEach
  void open() {
    counter = house.open(Region.US);
    counter.company.preferences().customNumbers(true);
  }

  @AfterEach
  void backToNormal() {
    house.quickbooks.clearFaults();
    house.quickbooks.rotateRefreshTokensAfter(Duration.ofHours(24));
    house.quickbooks.register(new AppClient("app", "secret", List.of()));
  }

  private String token() {
    return house.bean(SignIns.class).accessToken(counter.realm, "");
  }

  private SignInStates.SignIn standing() {
    return house.bean(SignInStates.class).of(house.connection());
  }

  private OrderedFault failing(Fault fault) {
    return house.quickbooks.order(fault.on("POST", TOKENS));
  }

  @Test
  void a_token_is_kept_while_it_is_good_and_renewed_before_it_ends() {
    var first = token();
    house.time.await(Duration.ofMinutes(50));
    assertThat(token()).isEqualTo(first);

    house.time.await(Duration.ofMinutes(6));

    assertThat(token()).isNotEqualTo(first);
  }

  @Test
  void every_new_refresh_token_replaces_the_one_before() {
    house.quickbooks.rotateRefreshTokensAfter(Duration.ZERO);
    var seen = new HashSet<String>();
    for (int hour = 0; hour < 5; hour++) {
      house.time.await(NEARLY_AN_HOUR);
      seen.add(token());
    }

    assertThat(seen).hasSize(5);
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void many_threads_of_many_processes_renew_once() throws Exception {
    house.time.await(NEARLY_AN_HOUR);
    var release = new CountDownLatch(1);
    var slow = failing(Fault.slow(release));
    var threads = Executors.newFixedThreadPool(6);
    var processes = List.of(signIns(transactions()), signIns(transactions()));
    var asked =
        IntStream.range(0, 6)
            .mapToObj(n -> processes.get(n % 2))
            .map(
                process ->
                    CompletableFuture.supplyAsync(
                        () -> process.accessToken(counter.realm, ""), threads))
            .toList();
    assertThat(slow.awaitStrike(Duration.ofSeconds(30))).isTrue();
    while (waitingForTheLock() < 5) {
      Thread.onSpinWait();
    }

    release.countDown();

    var tokens = asked.stream().map(CompletableFuture::join).toList();
    assertThat(new HashSet<>(tokens)).hasSize(1);
    assertThat(counter.bring()).isEmpty();
    threads.shutdown();
  }

  private int waitingForTheLock() {
    return house
        .db()
        .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
        .query(Integer.class)
        .single();
  }

  private SignIns signIns(TransactionTemplate transactions) {
    return new SignIns(
        house.db(),
        transactions,
        house.time,
        house.bean(CompanyTokens.class),
        house.bean(TokenEndpoint.class));
  }

  private TransactionTemplate transactions() {
    return house.bean(TransactionTemplate.class);
  }

  @Test
  void a_process_that_dies_before_it_uses_the_new_token_leaves_it_to_the_next() {
    house.quickbooks.rotateRefreshTokensAfter(Duration.ZERO);
    house.time.await(NEARLY_AN_HOUR);
    var renewed = signIns(transactions()).accessToken(counter.realm, "");

    var next = signIns(transactions());

    assertThat(next.accessToken(counter.realm, "")).isEqualTo(renewed);
    house.time.await(NEARLY_AN_HOUR);
    assertThat(next.accessToken(counter.realm, "")).isNotEqualTo(renewed);
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void a_token_that_could_not_be_stored_is_not_used() {
    house.time.await(NEARLY_AN_HOUR);
    var dying =
        new TransactionTemplate(transactions().getTransactionManager()) {
          @Override
          public <T> T execute(TransactionCallback<T> work) {
            return super.execute(
                status -> {
                  work.doInTransaction(new SimpleTransactionStatus());
                  throw new IllegalStateException("the database went away");
                });
          }
        };

    assertThatThrownBy(() -> signIns(dying).accessToken(counter.realm, ""))
        .hasMessage("the database went away");

    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void a_refused_renewal_is_looked_up_once_more_for_somebody_may_have_signed_in() throws Exception {
    house.time.await(NEARLY_AN_HOUR);
    house.quickbooks.disconnect(counter.realm);
    var release = new CountDownLatch(1);
    var slow = failing(Fault.slow(release));
    var asked = CompletableFuture.supplyAsync(this::token);
    assertThat(slow.awaitStrike(Duration.ofSeconds(30))).isTrue();
    house.time.await(Duration.ofSeconds(1));
    counter.signIn();

    release.countDown();

    assertThat(asked.join()).isEqualTo(token());
    assertThat(standing().state()).isEqualTo(SignInStates.State.SIGNED_IN);
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void a_sign_in_that_ended_is_said_loses_nothing_and_is_taken_up_again() {
    counter.plan(Paper.of(counter.company, "first").receipt());
    assertThat(counter.bring()).isEmpty();
    var sales =
        IntStream.range(0, 6)
            .mapToObj(n -> Paper.of(counter.company, "waiting-" + n).receipt())
            .toList();
    sales.forEach(counter::plan);
    house.time.await(NEARLY_AN_HOUR);
    house.quickbooks.disconnect(counter.realm);

    assertThat(counter.bring()).get().isInstanceOf(NotSignedIn.class);
    assertThat(counter.bring()).get().isInstanceOf(NotSignedIn.class);

    assertThat(standing().state()).isEqualTo(SignInStates.State.SIGNED_OUT);
    assertThat(standing().because()).contains("invalid_grant");
    assertThat(sales).allSatisfy(sale -> assertThat(counter.state(sale)).isEqualTo("planned"));
    counter.signIn();
    assertThat(counter.bring()).isEmpty();
    assertThat(sales).allSatisfy(sale -> assertThat(counter.inBooks(sale)).hasSize(1));
  }

  @Test
  void a_token_endpoint_that_fails_ends_nothing() {
    house.time.await(NEARLY_AN_HOUR);
    failing(Fault.html(503));

    assertThat(counter.bring()).get().isInstanceOf(CompanyResting.class);

    assertThat(standing().state()).isEqualTo(SignInStates.State.SIGNED_IN);
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void wrong_keys_of_the_app_end_no_sign_in() {
    house.time.await(NEARLY_AN_HOUR);
    house.quickbooks.register(new AppClient("app", "another", List.of()));

    assertThat(counter.bring())
        .get()
        .isInstanceOf(NotSignedIn.class)
        .extracting(Throwable::getMessage)
        .asString()
        .contains("QUICKBOOKS_CLIENT_SECRET");

    house.quickbooks.register(new AppClient("app", "secret", List.of()));
    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void a_refusal_of_an_older_token_does_not_end_a_newer_sign_in() {
    var older = token();
    house.time.await(Duration.ofSeconds(1));
    counter.signIn();

    house.bean(SignIns.class).signedOut(counter.realm, older, "3100");

    assertThat(counter.bring()).isEmpty();
  }

  @Test
  void tokens_lie_encrypted_and_no_word_of_ours_tells_them() {
    var stored = house.bean(CompanyTokens.class).find(counter.realm).orElseThrow();
    var row =
        house
            .db()
            .sql("select * from quickbooks_company where realm = :realm")
            .param("realm", counter.realm)
            .query((found, n) -> new String(found.getBytes("refresh_token")) + found.getString(2))
            .single();

    assertThat(row).doesNotContain(stored.refresh());
    assertThat(stored.toString()).doesNotContain(stored.refresh()).doesNotContain(stored.access());
    assertThat(house.bean(QuickBooksSettings.class).toString()).doesNotContain("secret");
  }
}
