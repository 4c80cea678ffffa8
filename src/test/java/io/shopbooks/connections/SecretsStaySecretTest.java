package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No message and no log line tells a key, wherever in a file it was pasted. */
class SecretsStaySecretTest {

  private static final String BODY = "7f3c9a1b5e8d2046";

  @TempDir Path temp;
  private AFolder folder;

  @BeforeEach
  void aFolder() {
    folder = new AFolder(temp);
    folder.environment.setProperty("ACME_WOO_KEY", "ck_1");
    folder.environment.setProperty("ACME_WOO_SECRET", "cs_1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cs_" + BODY + BODY + "01234567",
        "ck_" + BODY,
        "IST." + BODY + ".abc",
        "AB11" + BODY + BODY + BODY + "aZ",
        "*" + BODY + BODY,
        "!" + BODY + BODY,
        "@" + BODY + BODY,
        "'" + BODY + BODY,
        "[" + BODY + BODY,
        "{" + BODY + BODY + ": x",
        BODY + BODY + ": ",
      })
  void a_secret_pasted_over_any_line_is_never_told(String secret) throws IOException {
    var lines = Files.readAllLines(Path.of("src/test/resources/connections/complete.yaml"));
    var told = 0;
    for (var i = 0; i < lines.size(); i++) {
      for (var line : pastedInto(lines.get(i), secret)) {
        var broken = new ArrayList<>(lines);
        broken.set(i, line);
        folder.with("acme.yaml", String.join("\n", broken) + "\n");
        for (var message : messages()) {
          told++;
          assertThat(message).as(line).doesNotContain(BODY);
        }
      }
    }
    assertThat(told).isGreaterThan(50);
  }

  @Test
  void values_from_outside_are_named_and_not_told() {
    folder.environment.setProperty("VALUE", "hunter2");
    folder.secrets.put("value", "hunter3");
    folder.with(
        "acme.yaml",
        AFolder.LEAST
            + """
              schedule: ${VALUE}
            sales: { unpaid: "${secret:value}" }
            report: { language: "${MISSING:hunter4}" }
            """);

    assertThat(messages())
        .noneMatch(message -> message.contains("hunter"))
        .anyMatch(message -> message.contains("The value of ${VALUE} is not a Quartz schedule."))
        .anyMatch(message -> message.contains("The value of ${secret:value} cannot be"))
        .anyMatch(message -> message.contains("The value of ${MISSING} cannot be"));
  }

  @Test
  void a_wrong_value_of_a_secret_key_is_not_told() {
    folder.with("acme.yaml", AFolder.LEAST.replace("cs_1", "\" hunter2\""));

    assertThat(messages())
        .noneMatch(message -> message.contains("hunter"))
        .anyMatch(message -> message.contains("consumer-secret: This cannot be the value"));
  }

  @Test
  void a_connection_in_a_log_tells_no_secret() {
    var text =
        AFolder.LEAST
                .replace("ck_1", "ck_hunter2")
                .replace("cs_1", "cs_hunter2\n  webhook-secret: hunter2")
            + """
            company: { refresh-token: hunter2 }
            report: { heartbeat-url: "https://ping.example/hunter2" }
            """;

    assertThat(folder.connection(text).toString()).contains("acme").doesNotContain("hunter2");
  }

  @Test
  void a_wix_site_in_a_log_tells_no_secret() {
    var connection = folder.connection(AFolder.LEAST_WIX.replace("key: key", "key: hunter2"));

    assertThat(connection.toString()).contains("01234567-89ab").doesNotContain("hunter2");
  }

  /** In place of the line, its value and its key. */
  private static List<String> pastedInto(String line, String secret) {
    var indent = line.replaceAll("\\S.*", "");
    var colon = line.indexOf(':');
    return colon < 0
        ? List.of(indent + secret)
        : List.of(
            indent + secret,
            line.substring(0, colon) + ": " + secret,
            line.substring(0, colon) + ":" + secret,
            indent + secret + line.substring(colon));
  }

  private List<String> messages() {
    var findings =
        folder.connections().findings().values().stream()
            .flatMap(List::stream)
            .flatMap(finding -> Stream.of(finding.toString(), finding.in(Locale.FRENCH)));
    return Stream.concat(findings, thrown()).toList();
  }

  private Stream<String> thrown() {
    try {
      folder.connections().named("acme");
      return Stream.empty();
    } catch (BrokenConnection e) {
      return Stream.of(e.getMessage(), e.remedy());
    }
  }
}
