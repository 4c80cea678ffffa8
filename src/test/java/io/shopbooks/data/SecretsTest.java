package io.shopbooks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SecretsTest {

  private static final String TOKEN = "RT1-10-H0-1771234567é€𝄞";
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  @TempDir static Path home;
  private static DataFolder folder;
  private static EmbeddedDatabase database;
  private static JdbcClient client;

  private final Secrets secrets = secretsUnder("");

  @BeforeAll
  static void open() {
    folder = DataFolder.at(home);
    database = EmbeddedDatabase.open(folder, Processes.PROGRAMS);
    var source =
        new DriverManagerDataSource(
            database.getJdbcUrl(), database.getUsername(), database.getPassword());
    Flyway.configure().dataSource(source).target("1").load().migrate();
    client = JdbcClient.create(source);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void forgetAll() {
    client.sql("delete from secret").update();
  }

  @Test
  void what_is_put_under_a_name_is_found_replaced_and_forgotten() {
    assertThat(secrets.find("acme.key")).isEmpty();
    secrets.put("acme.key", "old");
    secrets.put("acme.key", TOKEN);
    secrets.put("other", "");

    assertThat(secrets.find("acme.key")).contains(TOKEN);
    assertThat(secrets.find("other")).contains("");
    assertThat(secrets.remove("acme.key")).isTrue();
    assertThat(secrets.remove("acme.key")).isFalse();
    assertThat(secrets.find("acme.key")).isEmpty();
  }

  @Test
  void the_time_of_the_last_change_is_kept() {
    secrets.put("acme.key", TOKEN);

    var changed = client.sql("select updated_at from secret").query(OffsetDateTime.class).single();
    assertThat(changed.toInstant()).isEqualTo(NOW);
  }

  @Test
  void neither_text_nor_name_can_be_read_in_the_database_and_equal_texts_look_different() {
    secrets.put("one", TOKEN);
    secrets.put("two", TOKEN);

    var one = stored("one");
    assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("RT1", "one");
    assertThat(one).hasSameSizeAs(stored("two")).isNotEqualTo(stored("two"));
  }

  @Test
  void a_value_moved_to_another_name_does_not_open() {
    secrets.put("mine", TOKEN);
    secrets.put("yours", "harmless");
    client
        .sql("update secret set value = :value where name = 'yours'")
        .param("value", stored("mine"))
        .update();

    assertThatThrownBy(() -> secrets.find("yours"))
        .isInstanceOf(SecretUnreadable.class)
        .hasMessage("The secret 'yours' was stored under the name 'mine'.");
  }

  @Test
  void another_key_is_explained_and_gives_no_garbage() {
    secrets.put("acme.key", TOKEN);

    assertThatThrownBy(() -> secretsUnder("x".repeat(32)).find("acme.key"))
        .isInstanceOfSatisfying(
            SecretUnreadable.class,
            why -> {
              assertThat(why)
                  .hasMessage(
                      "The secret 'acme.key' was stored with another key than the one in"
                          + " SHOPBOOKS_SECRET.");
              assertThat(why.remedy()).contains("SHOPBOOKS_SECRET", "secret.key", "`connect`");
            });
  }

  @Test
  void every_changed_byte_is_noticed() {
    var value = secrets.encrypt("acme.key", TOKEN);
    for (var at = 0; at < value.length; at++) {
      var changed = value.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> secrets.decrypt("acme.key", changed))
          .as("byte %d", at)
          .isInstanceOf(SecretUnreadable.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 31})
  void a_value_cut_short_is_noticed(int length) {
    assertThatThrownBy(() -> secrets.decrypt("acme.key", new byte[length]))
        .isInstanceOf(SecretUnreadable.class);
  }

  @Test
  void other_rooms_encrypt_for_their_own_tables() {
    var value = secrets.encrypt("token 9341452712345678", TOKEN);

    assertThat(secrets.decrypt("token 9341452712345678", value)).isEqualTo(TOKEN);
  }

  @Test
  void the_generated_key_is_the_same_after_a_restart() {
    secrets.put("acme.key", TOKEN);

    assertThat(secretsUnder("").find("acme.key")).contains(TOKEN);
  }

  @Test
  void a_configured_key_comes_before_the_generated_one_and_spaces_around_it_do_not_matter() {
    var key = "a long random text from openssl, base64";
    var value = secretsUnder(key).encrypt("acme.key", TOKEN);

    assertThat(secretsUnder(" " + key + "\n").decrypt("acme.key", value)).isEqualTo(TOKEN);
    assertThatThrownBy(() -> secrets.decrypt("acme.key", value))
        .isInstanceOf(SecretUnreadable.class)
        .hasMessageContaining(folder.key().toString());
  }

  @Test
  void a_short_key_is_refused_with_the_command_that_makes_a_good_one() {
    assertThatThrownBy(() -> secretsUnder("secret"))
        .isInstanceOfSatisfying(
            CannotStart.class,
            why -> {
              assertThat(why).hasMessageContaining("SHOPBOOKS_SECRET is shorter than 32");
              assertThat(why.remedy()).contains("openssl rand -base64 32");
            });
  }

  private static Secrets secretsUnder(String configured) {
    return new Secrets(client, Key.of(folder, configured), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static byte[] stored(String name) {
    return client
        .sql("select value from secret where name = :name")
        .param("name", name)
        .query((row, number) -> row.getBytes(1))
        .single();
  }
}
