package io.shopbooks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: what another process sees of it. */
class ProgramTest {

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();
  private final World world =
      World.of(
          Store.us(),
          Region.US,
          """
          sync: { time-zone: America/New_York, start-date: "2026-01-01", schedule: off }
          taxes: { mode: mapped, us-code: New York City }
          """);

  @AfterEach
  void end() throws InterruptedException {
    for (var process : started) {
      process.destroy();
      if (!process.waitFor(60, SECONDS)) {
        process.destroyForcibly();
      }
    }
    world.close();
  }

  /** Starts the program on a data folder of its own; what it says goes to files of this name. */
  private Process start(String name, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    world.properties().entrySet().stream()
        .filter(property -> !property.getKey().startsWith("spring.datasource"))
        .filter(property -> !property.getKey().equals("shopbooks.data"))
        .filter(property -> !property.getKey().equals("shopbooks.schedules"))
        .map(property -> "-D" + property.getKey() + "=" + property.getValue())
        .forEach(command::add);
    command.add("-Dshopbooks.data=" + folder.resolve("data"));
    command.add("-Dserver.port=0");
    command.add(Shopbooks.class.getName());
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile())
            .start();
    started.add(process);
    return process;
  }

  private int run(String name, String... arguments) throws IOException, InterruptedException {
    var process = start(name, arguments);
    assertThat(process.waitFor(90, SECONDS)).as(() -> said(name + ".err")).isTrue();
    return process.exitValue();
  }

  private String said(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void commands_join_a_running_serve_a_second_serve_is_refused_and_sigterm_ends_it_cleanly()
      throws Exception {
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("A-1"));
    var serve = start("serve");
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(said("serve.out")).contains("/account?token="));

    assertThat(run("sync", "sync", "acme", "--json")).as(() -> said("sync.err")).isZero();
    assertThat(said("sync.out").strip().lines())
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith("{\"connection\":\"acme\"").endsWith("}"));
    assertThat(world.company.documents("SalesReceipt")).hasSize(1);

    assertThat(run("second", "serve")).isEqualTo(2);
    assertThat(said("second.err")).contains(Long.toString(serve.pid())).doesNotContain("\tat ");
    assertThat(said("second.out")).isEmpty();

    serve.destroy();
    assertThat(serve.waitFor(60, SECONDS)).isTrue();
    assertThat(said("serve.err")).isEmpty();
    assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void what_cannot_be_understood_ends_with_2_before_anything_is_started() throws Exception {
    assertThat(run("usage", "synch", "acme")).isEqualTo(2);
    assertThat(said("usage.out")).isEmpty();
    assertThat(said("usage.err")).contains("Did you mean");
    assertThat(folder.resolve("data")).doesNotExist();
  }
}
