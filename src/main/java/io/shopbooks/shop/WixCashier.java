package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The payments of a site as the cashier tells them, whatever app sold: the ledger everything else
 * is held against (`wix.md` 4.1).
 */
final class WixCashier {

  private static final String LIST = "/payments/api/merchant/v2/transactions";
  private static final int PAGE = 100;
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final WixApi api;

  WixCashier(WixApi api) {
    this.api = api;
  }

  /** Which time of a row a window is about. */
  enum By {
    CREATED("from", "to"),
    UPDATED("fromUpdated", "toUpdated");

    private final String from;
    private final String until;

    By(String from, String until) {
      this.from = from;
      this.until = until;
    }
  }

  /** All rows of a closed window, oldest first; each once, also where pages shift. */
  List<JsonNode> rows(Connection connection, By by, Instant from, Instant until) {
    var rows = new LinkedHashMap<String, JsonNode>();
    for (var offset = 0; ; offset += PAGE) {
      var page = page(connection, by, from, until, "asc", offset);
      page.forEach(row -> rows.put(row.path("transactionId").asText(), row));
      if (page.size() < PAGE) {
        return List.copyOf(rows.values());
      }
    }
  }

  /** A row whose time is known nearly; the cashier has no question for one id. */
  Optional<JsonNode> row(Connection connection, String id, Instant near) {
    var around = Duration.ofHours(1);
    return rows(connection, By.CREATED, near.minus(around), near.plus(around)).stream()
        .filter(row -> row.path("transactionId").asText().equals(id))
        .findFirst();
  }

  /** A row of any time, the newest looked at first. */
  Optional<JsonNode> row(Connection connection, String id, Instant from, Instant until) {
    for (var offset = 0; ; offset += PAGE) {
      var page = page(connection, By.CREATED, from, until, "desc", offset);
      for (var row : page) {
        if (row.path("transactionId").asText().equals(id)) {
          return Optional.of(row);
        }
      }
      if (page.size() < PAGE) {
        return Optional.empty();
      }
    }
  }

  private JsonNode page(
      Connection connection, By by, Instant from, Instant until, String order, int offset) {
    return api.ask(connection, call(by, from, until, order, PAGE, offset)).path("transactions");
  }

  /** The question for some rows of a window. */
  static WixCall call(By by, Instant from, Instant until, String order, int limit, int offset) {
    return WixCall.get(
        "%s?%s=%s&%s=%s&order=date:%s&includeRefunds=true&limit=%d&offset=%d"
            .formatted(
                LIST,
                by.from,
                MILLIS.format(from),
                by.until,
                MILLIS.format(until),
                order,
                limit,
                offset));
  }
}
