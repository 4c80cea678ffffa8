package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.ShopId;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
      find("Orders cannot be read: the shop " + e.what() + ".", e.remedy(), true);
      return nothing(true);
    } catch (ShopUnreachable e) {
      find("The shop cannot be reached: it " + e.what() + ".", e.remedy(), true);
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
    var gateways =
        list("Payment methods", "payment_gateways").stream().map(ProbeJson::gateway).toList();
    var rates = pages("Tax rates", "taxes").stream().map(ProbeJson::rate).toList();
    var webhooks = pages("Webhooks", "webhooks").stream().map(ProbeJson::webhook).toList();
    webhooks.forEach(this::checkWebhook);
    return new Probe(true, settings, known, gateways, rates, webhooks, findings);
  }

  private Probe.Settings settings() {
    var root = one("The site's address and time zone", Question.ROOT);
    var system =
        one("The settings", Question.one("system_status").with("_fields", "environment,settings"));
    var tax = new LinkedHashMap<String, String>();
    list("Tax settings", "settings/tax")
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
    var known = tried("Order statuses", Set.<String>of(), () -> statuses.of(connection));
    var unknown = new TreeSet<>(connection.bookedStatuses());
    unknown.removeAll(known);
    if (!known.isEmpty() && !unknown.isEmpty()) {
      find(
          "The shop has no order status " + String.join(", ", unknown) + ".",
          "Write in " + connection.file() + " only these: " + String.join(", ", known) + ".",
          false);
    }
    return known;
  }

  private void checkHome(String home) {
    var isOther = !home.isBlank() && !identity(home).equals(identity(shop.url().toString()));
    if (isOther) {
      var address = Complaints.withoutPassword(shop.url());
      find(
          "The shop calls itself " + home + ", the connection calls it " + address + ".",
          "Set shop.url in " + connection.file() + " to " + home + ", before the first sync.",
          false);
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
      find(
          "WooCommerce " + version + " cannot tell which orders changed.",
          "Update WooCommerce to 5.8 or later.",
          true);
    }
  }

  private void checkZone(ZoneId zone) {
    var chosen = connection.zone();
    if (!zone.getRules().equals(chosen.getRules())) {
      find(
          "The shop lives in the time zone " + zone + ", the books in " + chosen + ".",
          "Set sync.time-zone in " + connection.file() + ", unless the books shall count days so.",
          false);
    }
  }

  private void checkWebhook(Probe.Webhook webhook) {
    var followed = WooWebhooks.isFollowed(webhook.topic());
    if (followed && webhook.isDisabled()) {
      find(
          "The shop gave its webhook " + webhook.id() + " (" + webhook.topic() + ") up.",
          "Set it to Active under WooCommerce > Settings > Advanced > Webhooks; what it missed is"
              + " read by the next run.",
          false);
    }
    var ours = webhook.delivery().endsWith("/webhooks/" + connection.name());
    if (followed && ours && shop.webhookSecret().isBlank()) {
      find(
          "Webhook " + webhook.id() + " (" + webhook.topic() + ") is refused: no secret is known.",
          "Set shop.webhook-secret in " + connection.file() + " to the secret of the webhook.",
          false);
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
      find(what + " cannot be read: the shop " + e.what() + ".", e.remedy(), false);
    } catch (ShopUnreachable e) {
      find(what + " cannot be read: the shop " + e.what() + ".", e.remedy(), false);
    }
    return otherwise;
  }

  private void find(String what, String remedy, boolean stopsSales) {
    findings.add(new Probe.Finding(what, remedy, stopsSales));
  }
}
