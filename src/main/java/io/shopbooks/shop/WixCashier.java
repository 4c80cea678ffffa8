package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
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
  private static final String ROWS = "transactions";
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
    var offset = 0;
    for (var isMore = true; isMore; ) {
      var answer = api.ask(connection, call(by, from, until, "asc", PAGE, offset));
      var page = answer.path(ROWS);
      page.forEach(row -> rows.put(WixRow.id(row), row));
      offset += page.size();
      isMore = isMore(page, offset, answer.path("pagination").path("total"));
    }
    return List.copyOf(rows.values());
  }

  /**
   * The row that is kept under this id, by its own or by its order's: one of any time, the newest
   * looked at first.
   */
  Optional<JsonNode> row(Connection connection, String id, Instant from, Instant until) {
    var offset = 0;
    for (var isMore = true; isMore; ) {
      var answer = api.ask(connection, call(By.CREATED, from, until, "desc", PAGE, offset));
      var page = answer.path(ROWS);
      for (var row : page) {
        if (WixRow.isKeptUnder(row, id)) {
          return Optional.of(row);
        }
      }
      offset += page.size();
      isMore = isMore(page, offset, answer.path("pagination").path("total"));
    }
    return Optional.empty();
  }

  /**
   * Whether there may be more behind a page. How many rows a list gives at most is not documented
   * everywhere (10), so that a page shorter than asked for is not the last one.
   */
  static boolean isMore(JsonNode page, int read, JsonNode total) {
    return !page.isEmpty() && !(total.isNumber() && read >= total.asInt());
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
