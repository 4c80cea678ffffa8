package io.shopbooks.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.KnownOrder;
import io.shopbooks.sale.RawOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One sale of a site, asked for now. That something is not there counts only where it is seen. */
final class WixOne {

  /** A webhook about a plan says that it was charged, and not under which id. */
  private static final Duration LATELY = Duration.ofHours(1);

  private final Connection connection;
  private final WixApi api;
  private final Clock clock;
  private final WixCashier cashier;
  private final WixNearby nearby;
  private final WixLists lists;
  private final WixJoin join;

  WixOne(Connection connection, WixApi api, Clock clock) {
    this.connection = connection;
    this.api = api;
    this.clock = clock;
    this.cashier = new WixCashier(api);
    this.nearby = new WixNearby(connection, cashier, new WixKnownRows(clock));
    this.lists =
        new WixLists(
            new WixOrders(api, clock),
            new WixTickets(api, connection),
            new WixPlans(api, connection));
    this.join = new WixJoin(connection, nearby, lists, clock);
  }

  /** A payment that was made about then. */
  Optional<RawOrder> charge(String id, Instant near) {
    keptUnder(id, near);
    // Where its order tells it, that is the news.
    return seen(join.sales().stream().map(WixSale::id).findFirst().orElse(id), WixOrders.any());
  }

  /** Whatever has this id. */
  Optional<RawOrder> any(String id) {
    var start = connection.beginOf(connection.startDate());
    if (!WixApps.isGuid(id)) {
      lists.tickets().numbered(id, start).ifPresent(join::tickets);
      join.rest();
      return seen(id, WixTickets.call(1, 0));
    }
    lists.orders().find(connection, id).ifPresent(join::order);
    if (join.sales().isEmpty()) {
      lists.plans().find(id).ifPresent(this::plan);
    }
    if (join.sales().isEmpty()) {
      cashier
          .row(connection, id, start, clock.instant().plus(Wix.LAG))
          .ifPresent(row -> join.with(List.of(row)).rest());
    }
    return seen(id, WixOrders.any(), WixPlans.call(1, 0));
  }

  /** What was received before: it is asked for where it came from. */
  Optional<RawOrder> known(KnownOrder known) {
    var id = known.id();
    return switch (kept(known).source()) {
      case ECOMMERCE -> {
        lists.orders().find(connection, id).ifPresent(join::order);
        yield seen(id, WixOrders.any());
      }
      case EVENTS -> {
        tickets(kept(known).order(), id, known.created()).ifPresent(join::tickets);
        join.rest();
        if (join.sales().isEmpty()) {
          keptUnder(id, known.created());
        }
        yield seen(id, WixTickets.call(1, 0));
      }
      case PLAN -> {
        keptUnder(id, known.created());
        if (join.sales().isEmpty()) {
          lists.plans().find(id).ifPresent(this::plan);
        }
        yield seen(id, WixPlans.call(1, 0));
      }
      case CASHIER -> {
        keptUnder(id, known.created());
        yield seen(id, WixOrders.any());
      }
    };
  }

  private static WixSale kept(KnownOrder known) {
    try {
      return WixSale.of(Json.read(known.json()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("What is kept as " + known + " is no JSON", e);
    }
  }

  private Optional<JsonNode> tickets(JsonNode order, String number, Instant about) {
    return lists
        .tickets()
        .ofEvent(order.path("eventId").asText(""), number)
        .or(() -> lists.tickets().numbered(number, about.minus(WixJoin.RESERVED)));
  }

  private void keptUnder(String id, Instant near) {
    nearby.around(near).stream()
        .filter(row -> WixRow.isKeptUnder(row, id))
        .findFirst()
        .ifPresent(row -> join.with(List.of(row)).rest());
  }

  /** A plan, or of one that is charged by itself what was charged just now. */
  private void plan(JsonNode plan) {
    join.plan(plan);
    if (join.sales().isEmpty()) {
      var now = clock.instant();
      nearby.between(now.minus(LATELY), now.plus(Wix.LAG)).stream()
          .filter(row -> WixApps.orderOf(row).equals(plan.path("id").asText()))
          .reduce((older, newer) -> newer)
          .ifPresent(row -> join.with(List.of(row)).rest());
    }
    if (join.sales().isEmpty()) {
      join.planAlone(plan);
    }
  }

  /**
   * The sale of this id, or the one that tells of it now.
   *
   * @param lists whose answers are needed to say that there is none
   * @throws ShopRefused if the key may not see one of them
   */
  private Optional<RawOrder> seen(String id, WixCall... lists) {
    var sales = join.sales();
    if (sales.isEmpty()) {
      for (var list : lists) {
        if (api.status(connection, list) == 403) {
          throw api.refusal(connection, List.of(list));
        }
      }
    }
    return sales.stream()
        .filter(sale -> sale.id().equals(id))
        .findFirst()
        .or(() -> sales.stream().findFirst())
        .map(sale -> sale.raw(connection.shopId()));
  }
}
