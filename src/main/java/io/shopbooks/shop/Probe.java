package io.shopbooks.shop;

import io.shopbooks.connections.FileEdit;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a shop tells about itself before anything is read from it. What it does not tell, or what
 * the key may not see, is absent and named among the findings.
 *
 * @param reachable false: it did not answer; nothing else is known then
 * @param statuses its orders can have, plugins' included
 */
public record Probe(
    boolean reachable,
    Settings settings,
    Set<String> statuses,
    List<Gateway> gateways,
    List<TaxRate> taxRates,
    List<Webhook> webhooks,
    List<Finding> findings) {

  public Probe {
    statuses = Set.copyOf(statuses);
    gateways = List.copyOf(gateways);
    taxRates = List.copyOf(taxRates);
    webhooks = List.copyOf(webhooks);
    findings = List.copyOf(findings);
  }

  /**
   * @param version of WooCommerce
   * @param currency of its prices; orders may have others
   * @param decimals it shows amounts with; Shopbooks reads them as stored
   * @param roundsAtSubtotal whether tax is rounded once per order, not per line
   */
  public record Settings(
      Optional<String> version,
      Optional<String> currency,
      Optional<Integer> decimals,
      Optional<ZoneId> timeZone,
      Optional<Boolean> pricesIncludeTax,
      Optional<Boolean> roundsAtSubtotal) {

    static final Settings UNKNOWN =
        new Settings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /** A way to pay; {@code id} is what {@code payments.methods} of a connection names. */
  public record Gateway(String id, String title, boolean enabled) {}

  /**
   * @param percent 4.875 for 4.875 %
   * @param region country and state, as far as the rate is bound to them: {@code US NY}
   */
  public record TaxRate(String id, String name, BigDecimal percent, String region) {}

  /**
   * @param status active, paused or disabled
   * @param delivery where it delivers to
   */
  public record Webhook(String id, String topic, String status, String delivery) {

    /** Whether the shop gave it up after seven failures in a row (`woocommerce.md` 9.2). */
    public boolean isDisabled() {
      return status.equals("disabled");
    }
  }

  /**
   * Something a person should know or change.
   *
   * @param facts that its words name
   * @param stopsSales whether sales do not reach the books until it is changed
   * @param edit of the connection file that would change it; absent where a person must choose, or
   *     change something in the shop
   */
  public record Finding(
      Snag snag, Map<String, String> facts, boolean stopsSales, Optional<FileEdit> edit) {

    public Finding {
      facts = Map.copyOf(facts);
    }

    Finding(Snag snag, Map<String, String> facts, boolean stopsSales) {
      this(snag, facts, stopsSales, Optional.empty());
    }
  }
}
