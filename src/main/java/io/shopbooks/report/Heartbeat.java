package io.shopbooks.report;

import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.ledger.Run;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells a monitoring service that a run was good, by calling the address of {@code
 * report.heartbeat-url}; silence is the alarm. The address is a secret, so that a client of our own
 * calls it: it stands in no endpoint, no failure and no log.
 */
@Component("heartbeat")
public class Heartbeat {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PastRuns runs;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Heartbeat(PastRuns runs) {
    this.runs = runs;
  }

  /** A run ended: beats if nothing went wrong with it as a whole. Never fails it. */
  public void after(Connection connection, Run run) {
    var address = connection.report().heartbeat();
    if (address.isPresent() && runs.of(run).trouble().isEmpty()) {
      beat(connection, address.get());
    }
  }

  private void beat(Connection connection, URI address) {
    var request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
    try {
      var status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status >= 400) {
        LOG.warn("heartbeat not taken connection={} status={}", connection.name(), status);
      }
    } catch (IOException unreachable) {
      // Its message may hold the address.
      LOG.warn(
          "heartbeat not taken connection={} because={}",
          connection.name(),
          unreachable.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
