package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.Shopbooks;
import io.shopbooks.World;
import io.shopbooks.connections.Connections;
import io.shopbooks.console.Browser;
import io.shopbooks.console.ConsoleAddress;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.Connecting;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A command that waits for a browser, in a process of its own making. */
@ExtendWith(OutputCaptureExtension.class)
class PagesOfACommandTest {

  private static World world;

  @BeforeAll
  static void open() {
    world =
        World.of(
            Store.us(),
            Region.US,
            "sync: { time-zone: America/New_York, start-date: \"2026-01-01\" }\n");
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static StartedApplication onPort(int port) {
    var settings = new ArrayList<>(List.of("server.port=" + port));
    world.properties().forEach((name, value) -> settings.add(name + "=" + value));
    // The command says it itself.
    settings.remove("shopbooks.schedules=false");
    return new StartedApplication(Shopbooks.class, settings);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void it_shows_the_pages_itself_and_runs_no_schedule(CapturedOutput terminal) throws Exception {
    var port = freePort();

    var status =
        onPort(port)
            .workWithPages(
                false,
                application -> {
                  var acme = application.getBean(Connections.class).named("acme");
                  var ticket =
                      application.getBean(Connecting.class).invite(acme, "terminal").ticket();
                  var address = application.getBean(ConsoleAddress.class);
                  assertThat(address.base()).isEqualTo("http://localhost:" + port);
                  var page = new Browser(address.base(), "en").opens("/connect/" + ticket);
                  assertThat(page.text()).contains("acme is about to be connected");
                  var camel = application.getBean(CamelContext.class);
                  assertThat(camel.getRouteController().getRouteStatus("keep-sign-ins").isStopped())
                      .isTrue();
                  return 7;
                });

    assertThat(status).isEqualTo(7);
    assertThat(terminal).doesNotContain("To sign in, open this link");
  }

  @Test
  void where_another_has_the_port_it_works_without() throws Exception {
    try (var taken = new ServerSocket(0)) {
      var status =
          onPort(taken.getLocalPort())
              .workWithPages(
                  false,
                  application -> {
                    var own = application.getEnvironment().getProperty("local.server.port");
                    assertThat(own).isIn(null, "-1");
                    assertThat(application.getBean(ConsoleAddress.class).base())
                        .isEqualTo("http://localhost:" + taken.getLocalPort());
                    return 8;
                  });

      assertThat(status).isEqualTo(8);
    }
  }
}
