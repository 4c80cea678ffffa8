package io.shopbooks.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the watch over the logs of the suite would notice. */
class WatchedLogTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private final List<String> told = new ArrayList<>();

  private LoggerContext logs() {
    var logs = new LoggerContext();
    var watch = new WatchedLog((where, secret) -> told.add(where + " " + secret));
    watch.start();
    logs.addTurboFilter(watch);
    return logs;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key cs_0123456789012345678901234567890123456789",
        "user ck_0123456789012345678901234567890123456789",
        "api-key: IST.eyJraWQiOiJwcmV0ZW5k",
        "refreshed with RT1-" + TOKEN,
        "access_token=AT-" + TOKEN,
        "?code=code-" + TOKEN,
        "Authorization: Bearer abcd3fghij",
        "Authorization: Basic YXBwOnNlY3JldA==",
        "GET /links/0123456789abcdefghijk",
        "http://localhost/account?token=0123456789abc",
        "the app's " + Secrets.CLIENT_SECRET,
        "signed with " + Secrets.WEBHOOK_SECRET,
        "GET /ping/" + Secrets.HEARTBEAT,
        "Olga, " + Secrets.PASSWORD
      })
  void every_kind_of_secret_is_noticed(String line) {
    logs().getLogger("io.shopbooks.quickbooks.Calls").info("asked {}", line);

    assertThat(told).hasSize(1);
  }

  @Test
  void a_secret_in_a_cause_is_noticed_and_one_that_no_level_would_write() {
    var logger = logs().getLogger("io.shopbooks.shop.Shops");
    var cause = new IllegalStateException("x", new IllegalArgumentException("AT-" + TOKEN));

    logger.error("failed", cause);
    logger.trace("with {} and {}", "one", "RT1-" + TOKEN);

    assertThat(told)
        .containsExactly(
            "io.shopbooks.shop.Shops AT-" + TOKEN, "io.shopbooks.shop.Shops RT1-" + TOKEN);
  }

  @Test
  void what_is_no_secret_is_not_noticed() {
    var logger = logs().getLogger("io.shopbooks.ledger.Postings");

    logger.info("posted order=woo-1042 doc=SalesReceipt/187 total=42.10 EUR code={}", 6000);
    logger.info("Basic facts; see /links/ and c5f0a3b2-7c1d-4e9b-8f3a-0b6a4f2c1d37");

    assertThat(told).isEmpty();
  }

  @Test
  void the_log_of_the_suite_is_watched() throws Exception {
    var logs = new LoggerContext();
    new ContextInitializer(logs).autoConfig();

    assertThat(logs.getTurboFilterList()).hasAtLeastOneElementOfType(WatchedLog.class);
  }

  @Test
  void what_is_printed_is_passed_on_and_seen_line_by_line() {
    var passed = new ByteArrayOutputStream();
    var stream = new PrintStream(new WatchedStream(passed, told::add), true);

    stream.print("half a ");
    stream.println("line");
    stream.printf("and %s\n", "another");

    assertThat(told).containsExactly("half a line", "and another");
    assertThat(passed.toString()).isEqualTo("half a line\nand another\n");
  }

  @Test
  void the_terminal_of_the_suite_is_watched() {
    var before = Leaks.seen();

    System.err.println("one line more, for the watch");

    assertThat(Leaks.seen()).isGreaterThan(before);
  }

  @Test
  void the_first_link_may_be_printed_and_nothing_else() {
    assertThat(Secrets.onTerminal("http://localhost/account?token=0123456789abc")).isEmpty();
    assertThat(Secrets.onTerminal("RT1-" + TOKEN)).isPresent();
  }
}
