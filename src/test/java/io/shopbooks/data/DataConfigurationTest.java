package io.shopbooks.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class DataConfigurationTest {

  @TempDir Path home;
  @RegisterExtension final Processes processes = new Processes();

  @Test
  void without_a_database_configured_everything_works_on_the_embedded_one(CapturedOutput output) {
    processes.cleanUp(data());
    try (var context = start()) {
      context.getBean(Secrets.class).put("acme.key", "mug");
      var client = context.getBean(JdbcClient.class);

      assertThat(context.getBean(Secrets.class).find("acme.key")).contains("mug");
      assertThat(context.getBean(HikariDataSource.class).getUsername()).isEqualTo("shopbooks");
      assertThat(one(client, "select version()")).startsWith("PostgreSQL " + Programs.MAJOR + ".");
      assertThat(setting(client, "fsync")).isEqualTo("on");
      assertThat(setting(client, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(client, "full_page_writes")).isEqualTo("on");
      assertThat(setting(client, "data_checksums")).isEqualTo("on");
      assertThat(setting(client, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(client, "unix_socket_directories")).isEmpty();
      assertThat(one(client, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
    }
    assertThat(output).contains("database=embedded folder=" + data(), "state=new");
    assertThat(output.toString()).doesNotContain(password());
  }

  @Test
  void what_was_stored_is_there_in_the_next_context() {
    processes.cleanUp(data());
    try (var context = start()) {
      context.getBean(Secrets.class).put("acme.key", "mug");
    }
    try (var context = start()) {
      assertThat(context.getBean(Secrets.class).find("acme.key")).contains("mug");
    }
    assertThat(Postmaster.of(data().resolve("postgres"))).isEmpty();
  }

  @Test
  void with_a_database_configured_nothing_embedded_is_started(CapturedOutput output) {
    var elsewhere = home.resolve("elsewhere");
    processes.cleanUp(elsewhere);
    try (var database = EmbeddedDatabase.open(DataFolder.at(elsewhere), Processes.PROGRAMS);
        var context =
            start(
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword())) {
      assertThat(one(context.getBean(JdbcClient.class), "show data_directory"))
          .isEqualTo(elsewhere + "/postgres");
    }
    assertThat(data().resolve("postgres")).doesNotExist();
    assertThat(output)
        .containsPattern("database=jdbc:postgresql://127.0.0.1:\\d+/shopbooks folder=" + data());
  }

  @Test
  void an_empty_address_counts_as_none() {
    processes.cleanUp(data());
    try (var context = start("--spring.datasource.url=")) {
      assertThat(context.getBean(EmbeddedDatabase.class).getJdbcUrl()).contains("127.0.0.1");
    }
  }

  @Test
  void the_demo_has_a_folder_of_its_own() {
    assertThat(folderOf(List.of())).isEqualTo("./data");
    assertThat(folderOf(List.of("--spring.profiles.active=demo"))).isEqualTo("./data/demo");
    assertThat(folderOf(List.of("--spring.profiles.active=demo", "--shopbooks.data=/x")))
        .isEqualTo("/x");
  }

  @Test
  void what_prevents_the_start_is_printed_with_its_remedy_and_without_a_stack_trace()
      throws IOException {
    Files.createDirectories(data().resolve("postgres"));
    Files.writeString(data().resolve("postgres/PG_VERSION"), "16\n");

    var program =
        processes.run(
            List.of(),
            System.getProperty("java.class.path"),
            Map.of(),
            SpringProgram.class,
            arguments());
    assertThat(program.everything())
        .contains("was made by PostgreSQL 16; this release brings PostgreSQL 17")
        .contains("Action:", "1. While that release runs `serve`: pg_dump")
        .doesNotContain("\tat ", "Exception");
    assertThat(program.status()).isEqualTo(2);
  }

  private ConfigurableApplicationContext start(String... more) {
    return new SpringApplicationBuilder(SpringProgram.class)
        .web(WebApplicationType.NONE)
        .run(arguments(more).toArray(String[]::new));
  }

  private List<String> arguments(String... more) {
    var all =
        new ArrayList<>(
            List.of(
                "--spring.main.web-application-type=none",
                "--shopbooks.data=" + data(),
                "--shopbooks.cache=" + Processes.PROGRAMS));
    all.addAll(List.of(more));
    return all;
  }

  private static String folderOf(List<String> arguments) {
    var application = new SpringApplicationBuilder(OnlySettings.class).web(WebApplicationType.NONE);
    try (var context = application.run(arguments.toArray(String[]::new))) {
      return context.getBean(DataSettings.class).data();
    }
  }

  @EnableConfigurationProperties(DataSettings.class)
  static class OnlySettings {}

  private static String setting(JdbcClient client, String name) {
    return one(client, "select current_setting('" + name + "')");
  }

  private static String one(JdbcClient client, String query) {
    return client.sql(query).query(String.class).single();
  }

  private String password() {
    try {
      return Files.readString(data().resolve("database.password")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path data() {
    return home.resolve("data");
  }
}
