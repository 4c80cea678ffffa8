package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room in Spring, with what other rooms give it. */
class WiringTest {

  @TempDir Path temp;

  @Configuration(proxyBeanMethods = false)
  @ComponentScan(basePackageClasses = Connections.class)
  static class Rooms {

    @Bean
    JdbcClient db() {
      return ADatabase.empty();
    }

    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    }

    @Bean
    SecretLookup secretLookup() {
      return name -> Optional.of("secret of " + name);
    }

    @Bean
    SecretStore secretStore() {
      return (name, secret) -> {};
    }
  }

  @Test
  void the_beans_of_the_room_find_each_other_and_the_folder() throws IOException {
    Files.createDirectory(temp.resolve("connections"));
    Files.writeString(
        temp.resolve("connections/acme.yaml"),
        AFolder.LEAST_WIX.replace("api-key: key", "api-key: ${secret:wix}")
            + "company: { realm: \"${REALM}\" }\n");

    new ApplicationContextRunner()
        .withUserConfiguration(Rooms.class)
        .withPropertyValues("shopbooks.mappings=" + temp, "REALM=42")
        .run(
            context -> {
              var acme = context.getBean("connections", Connections.class).named("acme");
              assertThat(acme.shop().wix().orElseThrow().apiKey()).isEqualTo("secret of wix");
              assertThat(acme.company().realm()).contains("42");
              assertThat(acme.choices().startDate()).isEqualTo("2026-01-01");
              assertThat(context.getBean("due", Due.class).next(acme))
                  .contains(Instant.parse("2026-11-22T12:05:00Z"));
            });
  }

  @Test
  void the_folder_is_mappings_where_the_program_was_started() {
    new ApplicationContextRunner()
        .withUserConfiguration(Rooms.class)
        .run(
            context ->
                assertThatThrownBy(() -> context.getBean(Connections.class).named("nobody"))
                    .hasMessageContaining(" in " + Path.of("mappings", "connections") + "."));
  }
}
