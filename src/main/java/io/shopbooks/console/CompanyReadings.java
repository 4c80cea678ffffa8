package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.SignInStates;
import io.shopbooks.setup.CompanyReading;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Reads companies beside the pages, so that there is something to choose from. */
@Component
@ConditionalOnWebApplication
class CompanyReadings implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(CompanyReadings.class);

  private final CompanyReading reading;
  private final SignInStates signIns;
  private final Map<String, State> states = new ConcurrentHashMap<>();
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "read-company");
            thread.setDaemon(true);
            return thread;
          });

  CompanyReadings(CompanyReading reading, SignInStates signIns) {
    this.reading = reading;
    this.signIns = signIns;
  }

  /** How far the reading of a company has got. */
  enum State {
    /** Nobody asked for it, nobody is signed in, or it is done. */
    NONE,
    RUNNING,
    FAILED
  }

  /** How the last reading for this connection went. */
  State of(String connection) {
    return states.getOrDefault(connection, State.NONE);
  }

  /** Whether somebody is signed in to its company, or its file brings a sign-in. */
  boolean isPossible(Connection connection) {
    return switch (signIns.of(connection).state()) {
      case SIGNED_IN -> true;
      case SIGNED_OUT -> false;
      case NEVER ->
          connection.company().realm().isPresent()
              && connection.company().refreshToken().isPresent();
    };
  }

  /** Reads now, unless it is being read. */
  void begin(Connection connection) {
    if (states.put(connection.name(), State.RUNNING) != State.RUNNING) {
      work.execute(() -> read(connection));
    }
  }

  private void read(Connection connection) {
    var came = State.FAILED;
    try {
      reading.read(connection);
      came = State.NONE;
    } catch (RuntimeException e) {
      // A page waits for it: whatever it is, it is told there and tried again by a button.
      LOG.warn("reading the company of {} ended early: {}", connection.name(), e.toString());
    } finally {
      states.put(connection.name(), came);
    }
  }

  @Override
  public void destroy() {
    work.shutdownNow();
  }
}
