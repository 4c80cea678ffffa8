package io.shopbooks.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopbooks.HurriedClock;
import io.shopbooks.Shopbooks;
import io.shopbooks.quickbooks.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** What a newcomer sees: the whole demo, from its first start to the second. */
@ExtendWith(OutputCaptureExtension.class)
class DemoTest {

  @TempDir Path folder;

  private final HurriedClock clock = new HurriedClock();
  private final int port = freePort();
  private final int mailPort = freePort();
  private final List<String> numbers = new ArrayList<>();

  @BeforeEach
  void copy() throws IOException {
    for (var name : new String[] {"routes", "mappings"}) {
      FileSystemUtils.copyRecursively(Path.of(name), folder.resolve(name));
    }
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(Shopbooks.class)
        .profiles(DemoSettings.PROFILE)
        .web(WebApplicationType.SERVLET)
        .initializers(this::hurried, application -> DemoStart.in(application, clock))
        .run(
            "--server.port=0",
            "--shopbooks.data=" + folder.resolve("data"),
            "--shopbooks.routes=" + folder.resolve("routes"),
            "--shopbooks.mappings=" + folder.resolve("mappings"),
            "--shopbooks.demo.port=" + port,
            "--shopbooks.demo.mail-port=" + mailPort,
            "--shopbooks.demo.every=1s");
  }

  private void hurried(ConfigurableApplicationContext application) {
    application.getBeanFactory().registerSingleton("clock", clock);
    application.getBeanFactory().registerSingleton("waiting", (Waiting) clock::await);
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(90)).ignoreExceptions();
  }

  @Test
  void orders_flow_edits_work_while_it_runs_and_the_next_start_goes_on(CapturedOutput terminal)
      throws IOException {
    try (var demo = start()) {
      assertThat(terminal)
          .contains("The Shopbooks demo runs.", "http://localhost:" + port + "/mail");
      edits(terminal);
      soon().untilAsserted(() -> assertThat(pretend("/mail").text()).contains("Demo: "));
      soon().untilAsserted(() -> assertThat(numbers("WIX-")).hasSizeGreaterThan(10));
      numbers.addAll(numbers("WEB-"));
      assertThat(numbers).hasSizeGreaterThan(20).doesNotHaveDuplicates();
      var console =
          open("http://localhost:" + demo.getEnvironment().getProperty("local.server.port"));
      assertThat(console.text()).contains("This is the demo", "Signed in", "Sales in the books");
    }
    var first = numbers.size();
    try (var demo = start()) {
      soon().untilAsserted(() -> assertThat(posted(demo)).isGreaterThan(first));
      assertThat(numbers("WIX-")).doesNotHaveDuplicates();
      assertThat(numbers("WEB-")).doesNotHaveDuplicates().containsAll(numbers);
    }
  }

  private static int posted(ConfigurableApplicationContext demo) {
    return demo.getBean(JdbcClient.class)
        .sql("select count(*) from document where state = 'posted' and number <> ''")
        .query(Integer.class)
        .single();
  }

  private void edits(CapturedOutput terminal) throws IOException {
    var file = folder.resolve("routes/mail-report.camel.yaml");
    var text = Files.readString(file);
    Files.writeString(file, text.replace("loggingLevel: DEBUG", "loggingLevel: INFO"));
    soon()
        .untilAsserted(
            () -> assertThat(terminal).contains("mail-report.camel.yaml works from now on."));

    Files.writeString(file, text.replace("- choice:", "- choise:"));
    soon()
        .untilAsserted(
            () ->
                assertThat(terminal)
                    .containsPattern("mail-report\\.camel\\.yaml:\\d+: Unknown node id: choise\\.")
                    .contains("The file as it was before goes on."));
    Files.writeString(file, text);
  }

  private List<String> numbers(String prefix) {
    return pretend("/quickbooks/books/" + DemoWorld.REALM).select("td a").eachText().stream()
        .filter(number -> number.startsWith(prefix))
        .toList();
  }

  private Document pretend(String path) {
    return open("http://localhost:" + port + path);
  }

  private static Document open(String address) {
    try {
      return Jsoup.connect(address).maxBodySize(0).get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
