package io.shopbooks.setup;

import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.Preflight.ShopFacts;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Rate;
import io.shopbooks.shop.Probe;
import io.shopbooks.shop.Shops;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks at the shop's side of a connection. */
@Component
class ShopCheck {

  private final Shops shops;

  ShopCheck(Shops shops) {
    this.shops = shops;
  }

  /**
   * What is known of the shop.
   *
   * @param words for people
   */
  record Looked(String words, ShopFacts facts) {}

  /** Looks, and adds what it found. */
  Looked look(Connection connection, List<Found> findings) {
    var probe = shops.probe(connection);
    probe.findings().stream()
        .map(
            finding ->
                new Found(
                    "shop",
                    finding.snag().word(),
                    finding.facts(),
                    finding.stopsSales(),
                    !probe.reachable(),
                    finding.edit()))
        .forEach(findings::add);
    if (probe.reachable()) {
      webhooks(connection, probe).forEach(findings::add);
    }
    return new Looked(words(connection, probe), facts(probe));
  }

  private static String words(Connection connection, Probe probe) {
    var settings = probe.settings();
    var parts =
        Stream.of(
                Optional.of(connection.shop().name()),
                settings.version().map(version -> "WooCommerce " + version),
                settings.currency(),
                settings.timeZone().map(zone -> zone.getId()))
            .flatMap(Optional::stream)
            .toList();
    return String.join(", ", parts);
  }

  /** Webhooks only make a sync begin sooner, so that nothing about them stops sales. */
  private static Stream<Found> webhooks(Connection connection, Probe probe) {
    var secret = connection.shop().woocommerce().map(shop -> shop.webhookSecret()).orElse("");
    var ours =
        probe.webhooks().stream()
            .filter(hook -> hook.delivery().endsWith("/webhooks/" + connection.name()))
            .filter(hook -> !hook.isDisabled())
            .toList();
    if (secret.isBlank() || !ours.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        new Found(
            "shop",
            "no-webhook",
            Map.of("connection", connection.name()),
            false,
            false,
            Optional.empty()));
  }

  private static ShopFacts facts(Probe probe) {
    return new ShopFacts(
        probe.settings().currency().flatMap(ShopCheck::currency),
        probe.taxRates().stream().map(ShopCheck::rate).toList(),
        probe.gateways().stream().filter(Probe.Gateway::enabled).map(Probe.Gateway::id).toList());
  }

  private static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** The amounts of a rate that no order has yet are nothing. */
  private static Rate rate(Probe.TaxRate rate) {
    var none = Money.zero(Currency.getInstance("XXX"));
    return new Rate(rate.id(), rate.name(), rate.percent(), false, none, none);
  }
}
