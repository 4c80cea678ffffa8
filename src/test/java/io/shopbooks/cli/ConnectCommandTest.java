package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConnectCommandTest {

  private World world;

  @BeforeEach
  void open() throws IOException {
    world =
        World.of(
            Store.us(),
            Region.US,
            "sync: { time-zone: America/New_York, start-date: \"2026-01-01\" }\n");
    var signedOut = Files.readString(world.file()).replaceAll("(?m)^ {2}refresh-token:.*\n", "");
    Files.writeString(world.file(), signedOut);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private String token() {
    return world.quickbooks.signIn("app", World.REALM).refreshToken();
  }

  @Test
  void without_waiting_it_prints_the_address_and_ends_with_3() {
    var connect = Typed.in(world, "connect", "acme", "--no-wait", "--json");

    assertThat(connect.status()).isEqualTo(3);
    assertThat(connect.json().get("address").asText()).startsWith("http://localhost:");
    assertThat(connect.err())
        .contains(
            "/oauth/quickbooks/callback", "OAuth playground", "connect acme --refresh-token -");
  }

  @Test
  void a_good_token_signs_in() {
    var connect = Typed.in(world, "connect", "acme", "--refresh-token", token());

    assertThat(connect.status()).isZero();
    assertThat(connect.out()).contains("acme: signed in to company " + World.REALM + ", until ");
    assertThat(Typed.in(world, "connect", "acme", "--json").json().get("signedIn").asBoolean())
        .isTrue();
  }

  @Test
  void an_end_that_is_near_is_warned_of_by_status_and_check() {
    Typed.in(world, "connect", "acme", "--refresh-token", token());
    world
        .bean(JdbcClient.class)
        .sql("update quickbooks_company set hard_until = now() + interval '14 days'")
        .update();

    var status = Typed.in(world, "status");
    var check = Typed.in(world, "check", "acme");

    var warning = "he sign-in to QuickBooks ends on ";
    assertThat(status.out())
        .containsPattern("WARNING +t" + warning + "\\d{4}-\\d\\d-\\d\\d, in 14 days\\.")
        .contains("Sign in anew before: shopbooks connect acme --again");
    assertThat(check.out()).containsPattern("note  T" + warning + ".*; days left: 14\\.");
    assertThat(Typed.in(world, "status", "--json").json().at("/connections/0/signInEnds").asText())
        .isNotEmpty();
  }

  @Test
  void who_is_signed_in_is_not_asked_again_unless_they_say_so() {
    Typed.in(world, "connect", "acme", "--refresh-token", token());

    assertThat(Typed.in(world, "connect", "acme").status()).isZero();
    assertThat(Typed.in(world, "connect", "acme", "--again", "--no-wait").err())
        .contains("Open this address in a browser");
  }

  @Test
  void a_token_may_come_from_stdin_so_that_no_shell_remembers_it() {
    var stdin = System.in;
    System.setIn(new ByteArrayInputStream((token() + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(Typed.in(world, "connect", "acme", "--refresh-token", "-").status()).isZero();
    } finally {
      System.setIn(stdin);
    }
  }

  @Test
  void a_bad_token_ends_with_3_and_is_not_repeated() {
    var connect = Typed.in(world, "connect", "acme", "--refresh-token", "RT1-stolen");

    assertThat(connect.status()).isEqualTo(3);
    assertThat(connect.err())
        .contains("QuickBooks refused the sign-in (invalid_grant)")
        .doesNotContain("stolen");
  }

  @Test
  void another_company_than_the_file_names_is_refused() {
    var connect = Typed.in(world, "connect", "acme", "--refresh-token", token(), "--realm", "42");

    assertThat(connect.status()).isEqualTo(2);
    assertThat(connect.err()).contains("names the company " + World.REALM + ", not 42.");
  }
}
