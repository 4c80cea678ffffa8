package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.FileEdit;
import io.shopbooks.sale.ShopId;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Looks one WooCommerce shop over, once; what it may not see becomes a finding. */
final class WooProbe {

  private static final int PAGE = 100;
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

  private final WooApi api;
  private final Statuses statuses;
  private final Connection connection;
  private final Connection.WooCommerce shop;
  private final List<Probe.Finding> findings = new ArrayList<>();

  WooProbe(WooApi api, Statuses statuses, Connection connection) {
    this.api = api;
    this.statuses = statuses;
    this.connection = connection;
    this.shop = connection.shop().woocommerce().orElseThrow();
  }

  Probe look() {
    try {
      api.ask(connection, Question.list("orders").with("per_page", 1));
      return whole();
    } catch (ShopRefused e) {
      // Whoever may not read orders may read nothing else: one finding is enough.
      find(Snag.SHOP_REFUSES, Map.of("said", e.what(), "help", e.remedy()), true);
      return nothing(true);
    } catch (ShopUnreachable e) {
      find(Snag.SHOP_UNREACHABLE, Map.of("said", e.what()), true);
      return nothing(false);
    }
  }

  private Probe nothing(boolean reachable) {
    return new Probe(
        reachable, Probe.Settings.UNKNOWN, Set.of(), List.of(), List.of(), List.of(), findings);
  }

  private Probe whole() {
    var settings = settings();
    var known = statuses();
    var gateways = list("gateways", "payment_gateways").stream().map(ProbeJson::gateway).toList();
    var rates = pages("rates", "taxes").stream().map(ProbeJson::rate).toList();
    var webhooks = pages("webhooks", "webhooks").stream().map(ProbeJson::webhook).toList();
    webhooks.forEach(this::checkWebhook);
    return new Probe(true, settings, known, gateways, rates, webhooks, findings);
  }

  private Probe.Settings settings() {
    var root = one("site", Question.ROOT);
    var system =
        one("settings", Question.one("system_status").with("_fields", "environment,settings"));
    var tax = new LinkedHashMap<String, String>();
    list("taxes", "settings/tax")
        .forEach(setting -> tax.put(setting.path("id").asText(), setting.path("value").asText()));
    var version = ProbeJson.text(system.path("environment").path("version"));
    var zone = ProbeJson.zone(root);
    checkHome(root.path("home").asText(""));
    version.ifPresent(this::checkVersion);
    zone.ifPresent(this::checkZone);
    return new Probe.Settings(
        version,
        ProbeJson.text(system.path("settings").path("currency")),
        Optional.of(system.path("settings").path("number_of_decimals"))
            .filter(JsonNode::isInt)
            .map(JsonNode::asInt),
        zone,
        Optional.ofNullable(tax.get("woocommerce_prices_include_tax")).map("yes"::equals),
        Optional.ofNullable(tax.get("woocommerce_tax_round_at_subtotal")).map("yes"::equals));
  }

  private Set<String> statuses() {
    var known = tried("statuses", Set.<String>of(), () -> statuses.of(connection));
    var unknown = new TreeSet<>(connection.bookedStatuses());
    unknown.removeAll(known);
    if (!known.isEmpty() && !unknown.isEmpty()) {
      find(
          Snag.UNKNOWN_STATUSES,
          Map.of(
              "statuses", String.join(", ", unknown),
              "known", String.join(", ", known),
              "file", file()),
          false);
    }
    return known;
  }

  private void checkHome(String home) {
    var isOther = !home.isBlank() && !identity(home).equals(identity(shop.url().toString()));
    if (isOther) {
      var address = Complaints.withoutPassword(shop.url());
      findings.add(
          new Probe.Finding(
              Snag.OTHER_ADDRESS,
              Map.of("home", home, "address", address.toString(), "file", file()),
              false,
              Optional.of(FileEdit.text(List.of("shop", "url"), home))));
    }
  }

  private static String identity(String address) {
    try {
      return ShopId.at(URI.create(address)).value();
    } catch (RuntimeException e) {
      return address;
    }
  }

  // Older ones do not know modified_after and answer with every order (3.2).
  private void checkVersion(String version) {
    var parts = VERSION.matcher(version);
    if (parts.matches()
        && Integer.parseInt(parts.group(1)) * 1000 + Integer.parseInt(parts.group(2)) < 5008) {
      find(Snag.OLD_WOOCOMMERCE, Map.of("version", version), true);
    }
  }

  private void checkZone(ZoneId zone) {
    var chosen = connection.zone();
    if (!zone.getRules().equals(chosen.getRules())) {
      findings.add(
          new Probe.Finding(
              Snag.OTHER_TIME_ZONE,
              Map.of("zone", zone.getId(), "chosen", chosen.getId(), "file", file()),
              false,
              zone instanceof ZoneOffset
                  ? Optional.empty()
                  : Optional.of(FileEdit.text(List.of("sync", "time-zone"), zone.getId()))));
    }
  }

  private void checkWebhook(Probe.Webhook webhook) {
    var followed = WooWebhooks.isFollowed(webhook.topic());
    var facts = Map.of("webhook", webhook.id(), "topic", webhook.topic(), "file", file());
    if (followed && webhook.isDisabled()) {
      find(Snag.WEBHOOK_GIVEN_UP, facts, false);
    }
    var ours = webhook.delivery().endsWith("/webhooks/" + connection.name());
    if (followed && ours && shop.webhookSecret().isBlank()) {
      find(Snag.WEBHOOK_WITHOUT_SECRET, facts, false);
    }
  }

  private JsonNode one(String what, Question question) {
    return tried(what, MissingNode.getInstance(), () -> api.ask(connection, question).json());
  }

  private List<JsonNode> list(String what, String path) {
    return tried(what, List.of(), () -> items(api.ask(connection, Question.list(path))));
  }

  private List<JsonNode> pages(String what, String path) {
    return tried(what, List.of(), () -> pages(Question.list(path).with("per_page", PAGE)));
  }

  private List<JsonNode> pages(Question question) {
    var all = new ArrayList<JsonNode>();
    for (var page = 1; ; page++) {
      var items = items(api.ask(connection, question.with("page", page)));
      all.addAll(items);
      if (items.size() < PAGE) {
        return all;
      }
    }
  }

  private static List<JsonNode> items(Reply reply) {
    return StreamSupport.stream(reply.json().spliterator(), false).toList();
  }

  private <T> T tried(String what, T otherwise, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ShopRefused e) {
      unreadable(what, e.what(), e.remedy());
    } catch (ShopUnreachable e) {
      unreadable(what, e.what(), e.remedy());
    }
    return otherwise;
  }

  private void unreadable(String part, String said, String help) {
    find(Snag.PART_UNREADABLE, Map.of("part", part, "said", said, "help", help), false);
  }

  private void find(Snag snag, Map<String, String> facts, boolean stopsSales) {
    findings.add(new Probe.Finding(snag, facts, stopsSales));
  }

  private String file() {
    return connection.file().toString();
  }
}
