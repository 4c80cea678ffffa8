package io.shopbooks.shop;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What came back over HTTP, whole. */
record Answer(int status, HttpHeaders headers, byte[] body) {

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  boolean isOk() {
    return status >= 200 && status < 300;
  }

  boolean isRedirect() {
    return status >= 300 && status < 400;
  }

  boolean isEmpty() {
    return text().isBlank();
  }

  /** A page for people: login wall, maintenance, firewall, cache. */
  boolean isWebPage() {
    return header("Content-Type").orElse("").contains("html")
        || text().stripLeading().startsWith("<");
  }

  /** The shop's clock. */
  Optional<Instant> date() {
    return header("Date").flatMap(Answer::httpDate);
  }

  /** {@code Retry-After}, given in seconds or as a date. */
  Optional<Duration> retryAfter(Instant now) {
    return header("Retry-After").flatMap(value -> wait(value.strip(), date().orElse(now)));
  }

  private static Optional<Duration> wait(String value, Instant now) {
    return value.matches("\\d{1,9}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
        : httpDate(value)
            .map(date -> Duration.between(now, date))
            .filter(time -> !time.isNegative());
  }

  private static Optional<Instant> httpDate(String value) {
    try {
      var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(date.toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
