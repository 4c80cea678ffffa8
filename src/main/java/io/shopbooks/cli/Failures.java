package io.shopbooks.cli;

import io.shopbooks.connections.BrokenConnection;
import io.shopbooks.connections.UnknownConnection;
import io.shopbooks.data.CannotStart;
import io.shopbooks.quickbooks.CompanyResting;
import io.shopbooks.quickbooks.CompanyStopped;
import io.shopbooks.quickbooks.NotSignedIn;
import io.shopbooks.shop.BrokenMapping;
import io.shopbooks.shop.ShopRefused;
import io.shopbooks.shop.ShopUnreachable;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** Tells failures that a person can do something about, whatever they are wrapped in. */
final class Failures {

  private Failures() {}

  /** The failure in words; absent if nobody foresaw it. */
  static Optional<Failure> told(Throwable failure) {
    return causes(failure)
        .map(Failures::own)
        .filter(Objects::nonNull)
        .findFirst()
        .or(() -> bySpring(failure))
        .or(() -> database(failure));
  }

  static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(50);
  }

  private static Failure own(Throwable failure) {
    if (failure instanceof Refusal e) {
      return Failure.configuration(e.getMessage(), e.remedy());
    }
    if (failure instanceof CannotStart e) {
      return Failure.configuration(e.getMessage(), e.remedy());
    }
    if (failure instanceof UnknownConnection e) {
      return Failure.configuration(without(e.remedy(), e.getMessage()), e.remedy());
    }
    if (failure instanceof BrokenConnection e) {
      return Failure.configuration(e.getMessage(), e.remedy());
    }
    if (failure instanceof BrokenMapping e) {
      return Failure.configuration(e.place() + ": " + e.problem(), e.remedy());
    }
    if (failure instanceof BrokenExample e) {
      return Failure.configuration(e.getMessage(), "");
    }
    if (failure instanceof PortInUseException e) {
      return Failure.configuration(
          "Port " + e.getPort() + " is taken, perhaps by another Shopbooks.",
          "Stop what listens there, or set SERVER_PORT to a free one.");
    }
    return outside(failure);
  }

  private static Failure outside(Throwable failure) {
    if (failure instanceof ShopUnreachable e) {
      return Failure.unreachable(without(e.remedy(), e.getMessage()), e.remedy());
    }
    if (failure instanceof ShopRefused e) {
      return Failure.unreachable(without(e.remedy(), e.getMessage()), e.remedy());
    }
    if (failure instanceof NotSignedIn e) {
      return Failure.unreachable(
          e.getMessage() + ".", English.remedy("not-signed-in", "CONNECTION"));
    }
    if (failure instanceof CompanyResting e) {
      return Failure.unreachable(
          e.getMessage() + ".", English.remedy("company-resting", "CONNECTION"));
    }
    if (failure instanceof CompanyStopped e) {
      return Failure.unreachable(
          e.getMessage() + ".", English.remedy("company-stopped", "CONNECTION"));
    }
    return null;
  }

  private static String without(String remedy, String message) {
    return message.replace(remedy, "").strip();
  }

  /** Settings that cannot be read, and the like: Spring Boot knows how to tell them. */
  private static Optional<Failure> bySpring(Throwable failure) {
    return SpringFactoriesLoader.forDefaultResourceLocation()
        .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, why) -> {}))
        .stream()
        .map(analyzer -> analyzer.analyze(failure))
        .filter(Objects::nonNull)
        .findFirst()
        .map(
            said ->
                Failure.configuration(
                    said.getDescription().strip(),
                    said.getAction() == null ? "" : said.getAction().strip()));
  }

  private static Optional<Failure> database(Throwable failure) {
    return causes(failure)
        .filter(cause -> cause instanceof SQLException)
        .map(cause -> (SQLException) cause)
        // Class 08 of SQLSTATE: there is no connection.
        .filter(cause -> String.valueOf(cause.getSQLState()).startsWith("08"))
        .findFirst()
        .map(
            cause ->
                Failure.unreachable(
                    "The database cannot be reached: " + cause.getMessage(),
                    "Start PostgreSQL, or correct SPRING_DATASOURCE_URL, _USERNAME and"
                        + " _PASSWORD."));
  }
}
