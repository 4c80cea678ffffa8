package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.CASHIER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;

/** The cashier's Transactions List: every app's payments (`wix.md` 4.1). */
final class CashierEndpoint {

  private static final int MOST = 100;
  private static final DateTimeFormatter MILLIS_AND_OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS[XXX][XX]");
  private static final Set<String> STATUSES =
      Set.of(
          "INITIALIZED",
          "IN_PROCESS",
          "APPROVED",
          "PENDING",
          "PENDING_MERCHANT",
          "PENDING_BUYER",
          "BUYER_CANCELED",
          "TIMEOUT",
          "REFUND",
          "PARTIAL_REFUND",
          "VOID",
          "CHARGE_BACK",
          "EXPIRED",
          "DECLINED",
          "FAILED",
          "COMPLETED_FUNDS_HELD",
          "TPA_CANCELED",
          "OFFLINE",
          "DISPUTE",
          "AUTHORIZED",
          "UNDEFINED");

  private final Site site;

  CashierEndpoint(Site site) {
    this.site = site;
  }

  void addTo(Routes routes) {
    routes
        .needing(Scope.READ_PAYMENTS, null)
        .get("/payments/api/merchant/v2/transactions", this::list);
  }

  private Answer list(Call call, MatchResult address) {
    var offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
    var limit = call.number("limit", MOST, 1, MOST);
    var wanted =
        between(call, "from", "to", "createdAt")
            .and(between(call, "fromUpdated", "toUpdated", CashierBook.UPDATED))
            .and(equal(call, "appId", "appId"))
            .and(equal(call, "appInstanceId", "appInstanceId"))
            .and(equal(call, "paymentMethod", "paymentMethod"))
            .and(equal(call, "paymentProvider", "provider"))
            .and(equal(call, "currency", "amount.currency"));
    var statuses = call.values("status", STATUSES);
    var rows =
        site.listed(CASHIER)
            .filter(wanted)
            .filter(row -> statuses.isEmpty() || statuses.contains(row.path("status").asText()))
            .sorted(order(call))
            .toList();
    var answer = Json.object();
    var list = answer.putArray("transactions");
    rows.stream().skip(offset).limit(limit).forEach(row -> list.add(shown(row, call)));
    var pagination = answer.putObject("pagination").put("offset", offset).put("limit", limit);
    if (!call.value("ignoreTotals").equals("true")) {
      pagination.put("total", rows.size());
    }
    return Answer.ok(answer);
  }

  private ObjectNode shown(ObjectNode row, Call call) {
    var shown = Json.shown(row);
    if (site.settings.has(Habit.UNKNOWN_VALUES)) {
      shown.put("type", "LAYAWAY").put("heardOf", "never");
    }
    if (!call.value("includeRefunds").equals("true")) {
      shown.remove("refunds");
      return shown;
    }
    var left = row.path("amount").path("amount").decimalValue().subtract(CashierBook.refunded(row));
    var isMoney = Set.of("APPROVED", "PARTIAL_REFUND").contains(row.path("status").asText());
    var isRefundable = isMoney && left.compareTo(BigDecimal.ZERO) > 0;
    shown.putObject("refundability").put("isRefundable", isRefundable);
    return shown;
  }

  private static Predicate<ObjectNode> equal(Call call, String parameter, String field) {
    var values = call.values(parameter);
    return row ->
        values.isEmpty() || Json.at(row, field).stream().anyMatch(v -> values.contains(v.asText()));
  }

  private static Predicate<ObjectNode> between(Call call, String from, String to, String field) {
    if (call.values(from).isEmpty() && call.values(to).isEmpty()) {
      return row -> true;
    }
    if (call.values(from).isEmpty() || call.values(to).isEmpty()) {
      throw Refusal.field(from, "CUSTOM", "and " + to + " must be given together");
    }
    var start = time(call, from);
    var end = time(call, to);
    return row -> {
      var at = Instant.parse(row.path(field).asText());
      return !at.isBefore(start) && !at.isAfter(end);
    };
  }

  private static Instant time(Call call, String name) {
    try {
      return OffsetDateTime.parse(call.value(name), MILLIS_AND_OFFSET).toInstant();
    } catch (DateTimeParseException e) {
      throw Refusal.field(name, "FORMAT", "must be like 2026-01-31T23:59:59.999+00:00");
    }
  }

  // Newest first unless asked otherwise: pages shift when a payment comes in between.
  private static Comparator<ObjectNode> order(Call call) {
    var text = call.value("order").isEmpty() ? "date:desc" : call.value("order");
    if (!text.matches("(date|amount):(asc|desc)")) {
      throw Refusal.field("order", "FORMAT", "must be date or amount, then :asc or :desc");
    }
    Comparator<ObjectNode> order =
        text.startsWith("date")
            ? Comparator.comparing(row -> Instant.parse(row.path("createdAt").asText()))
            : Comparator.comparing(row -> row.path("amount").path("amount").decimalValue());
    var both = order.thenComparing(row -> row.path("transactionId").asText());
    return text.endsWith("desc") ? both.reversed() : both;
  }
}
