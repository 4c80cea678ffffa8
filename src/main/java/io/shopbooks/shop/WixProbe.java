package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks one Wix site over, once; what it may not see becomes a finding. */
final class WixProbe {

  /** Puts the sales of some days together. */
  interface Joining {
    WixJoin join(Instant from, Instant until);
  }

  private final WixApi api;
  private final Connection connection;
  private final Clock clock;
  private final Joining joining;
  private final Duration back;
  private final List<Probe.Finding> findings = new ArrayList<>();

  /**
   * A look at a site.
   *
   * @param back how far its sales are read back
   */
  WixProbe(WixApi api, Connection connection, Clock clock, Joining joining, Duration back) {
    this.api = api;
    this.connection = connection;
    this.clock = clock;
    this.joining = joining;
    this.back = back;
  }

  Probe look() {
    try {
      var now = clock.instant();
      var payments = WixCashier.call(WixCashier.By.CREATED, now, now, "asc", 1, 0);
      if (api.status(connection, payments) == 403 && othersCanBeRead()) {
        find(Snag.WIX_PAYMENTS_FORBIDDEN, permission(payments), true);
        return nothing(true);
      }
      api.ask(connection, payments);
      find(Snag.WIX_PREVIEW, Map.of(), false);
      webhooks();
      var survey = survey(now);
      coverage(survey.notAllowed());
      findings.addAll(new WixStockProbe(api, connection).look());
      return whole(survey);
    } catch (ShopRefused e) {
      find(Snag.WIX_REFUSES, Map.of("said", e.what(), "help", e.remedy()), true);
      return nothing(true);
    } catch (ShopUnreachable e) {
      find(Snag.WIX_UNREACHABLE, Map.of("said", e.what()), true);
      return nothing(false);
    }
  }

  /** Then key and site belong together, and a permission is all that is missing. */
  private boolean othersCanBeRead() {
    return Stream.of(WixTickets.call(1, 0), WixPlans.call(1, 0), WixOrders.any())
        .map(call -> api.status(connection, call))
        .anyMatch(status -> status != 400 && status != 401 && status != 403);
  }

  /** A round does not count while what the site sells with cannot be seen. */
  private void coverage(Set<WixCall> unseen) {
    covered(WixTickets.call(1, 0), "events", Snag.WIX_EVENTS_FORBIDDEN, unseen);
    covered(WixPlans.call(1, 0), "plans", Snag.WIX_PLANS_FORBIDDEN, unseen);
    covered(WixOrders.any(), "stores", Snag.WIX_ORDERS_FORBIDDEN, unseen);
  }

  private void covered(WixCall call, String app, Snag forbidden, Set<WixCall> unseen) {
    var status = api.status(connection, call);
    if (status == 403) {
      find(forbidden, permission(call), unseen.contains(call));
    } else if (status == 428) {
      find(Snag.WIX_APP_MISSING, Map.of("app", app), false);
    }
  }

  private static Map<String, String> permission(WixCall call) {
    return Map.of("permission", WixPermission.of(call).toString());
  }

  /** Webhooks only make a sync begin sooner, so that nothing about them stops sales. */
  private void webhooks() {
    var site = connection.shop().wix().orElseThrow();
    var key = site.appPublicKey().filter(text -> !text.isBlank());
    var instance = site.instanceId().filter(text -> !text.isBlank());
    if (key.isPresent() != instance.isPresent()) {
      find(Snag.WIX_WEBHOOK_HALF, Map.of("file", connection.file().toString()), false);
    } else if (key.isPresent() && !WixWebhooks.isKey(key.get())) {
      find(Snag.WIX_WEBHOOK_KEY, Map.of(), false);
    }
  }

  private Probe nothing(boolean reachable) {
    return new Probe(
        reachable, Probe.Settings.UNKNOWN, Set.of(), List.of(), List.of(), List.of(), findings);
  }

  /** Some days at a time: a busy site sells more in three months than memory holds. */
  private WixSurvey survey(Instant now) {
    var survey = new WixSurvey();
    for (var from = now.minus(back); from.isBefore(now); from = from.plus(WixRound.SLICE)) {
      var until = from.plus(WixRound.SLICE);
      var join = joining.join(from, until.isBefore(now) ? until : now);
      survey.add(join.sales(), join.unseen());
    }
    return survey;
  }

  private Probe whole(WixSurvey survey) {
    found(survey);
    return new Probe(
        true,
        new Probe.Settings(
            Optional.empty(),
            survey.currency(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Set.of(),
        survey.gateways(),
        survey.rates(),
        List.of(),
        findings);
  }

  private void found(WixSurvey survey) {
    var alone = survey.alone();
    var late = survey.late();
    var alones = alone == 0 ? Snag.WIX_ALL_FOUND : Snag.WIX_SOME_ALONE;
    var lates = alone == 0 ? Snag.WIX_SOME_LATE : Snag.WIX_SOME_ALONE_AND_LATE;
    find(
        late == 0 ? alones : lates,
        Map.of(
            "found", "" + survey.found(),
            "all", "" + survey.all(),
            "alone", "" + alone,
            "late", "" + late),
        false);
  }

  private void find(Snag snag, Map<String, String> facts, boolean stopsSales) {
    findings.add(new Probe.Finding(snag, facts, stopsSales));
  }
}
