package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Sale;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded order, to the last digit. */
class RecordedOrdersTest {

  private static final Currency USD = Currency.getInstance("USD");

  private final Connection connection = AConnection.toSomeShop();
  private final Shops shops =
      new Shops(
          Settings.usual(),
          new Mappings(Path.of("mappings"), Settings.usual()),
          Clock.systemUTC(),
          time -> {});

  static Stream<Recorded.Order> orders() {
    return Recorded.orders().stream();
  }

  static Stream<Recorded.Order> refunds() {
    return Recorded.refunds().stream();
  }

  @Test
  void the_recorded_orders_and_refunds_are_many() {
    assertThat(Recorded.orders()).hasSizeGreaterThan(100);
    assertThat(Recorded.refunds()).hasSizeGreaterThanOrEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void every_recorded_order_is_read_and_its_parts_add_up_to_its_total(Recorded.Order order) {
    var sale = shops.read(connection, order.json());

    var parts = new ArrayList<Money>();
    sale.lines().forEach(line -> parts.add(line.total()));
    sale.shipping().forEach(shipping -> parts.add(shipping.total()));
    sale.fees().forEach(fee -> parts.add(fee.total()));
    sale.tips().forEach(tip -> parts.add(tip.total()));
    sale.credits().forEach(credit -> parts.add(credit.total()));
    parts.add(sale.totalTax());
    var difference = sale.total().minus(Money.sum(parts, sale.currency()));
    if (!difference.isZero()) {
      System.out.println("Rounded by the shop itself: " + order + " by " + difference);
    }
    var unit = BigDecimal.ONE.movePointLeft(2);
    var allowed =
        new Money(unit, sale.currency()).times(BigDecimal.valueOf(sale.lines().size() + 1));
    assertThat(difference.absolute()).isLessThanOrEqualTo(allowed);
    assertThat(sale.roundingDifference().absolute()).isLessThanOrEqualTo(allowed);
  }

  @ParameterizedTest
  @MethodSource("refunds")
  void every_recorded_refund_is_read_with_positive_amounts(Recorded.Order order) {
    var sale = shops.read(connection, order.json());

    assertThat(sale.refunds()).hasSize(1);
    var refund = sale.refunds().get(0);
    assertThat(refund.amount().isPositive()).isTrue();
    assertThat(refund.lines()).noneMatch(line -> line.total().isNegative());
    assertThat(refund.lines()).noneMatch(line -> line.tax().isNegative());
    assertThat(refund.lines()).noneMatch(line -> line.quantity().signum() < 0);
    assertThat(refund.shipping()).noneMatch(shipping -> shipping.total().isNegative());
    assertThat(refund.rates()).noneMatch(rate -> rate.tax().isNegative());
  }

  @Test
  void stored_amounts_keep_every_decimal() {
    var line = read("us/orders/half-cent-price--dp6.json").lines().get(0);

    assertThat(line.total().text()).isEqualTo("2.675000");
    assertThat(line.tax().text()).isEqualTo("0.240000");
    assertThat(line.taxes().get(1).amount().text()).isEqualTo("0.130406");
  }

  @Test
  void no_amount_touches_floating_point() {
    var order = Recorded.order("us/orders/rest-pending.json");
    // A double holds neither of these: 0.1 + 0.2 is one of its famous sums.
    order.put("total", "123456789012345678901234567890.123456789012345678901234567890");
    line(order).put("total", "0.30000000000000000001");
    line(order).put("quantity", new BigDecimal("2.7500000000000000000000001"));
    ((ObjectNode) order.path("tax_lines").get(0))
        .put("rate_percent", new BigDecimal("4.87500000000000000001"));

    var text = Json.write(order);
    assertThat(text).contains("2.7500000000000000000000001");
    var json = "{\"order\":" + text + ",\"refunds\":[]}";
    var sale = shops.read(connection, json);

    assertThat(sale.total().amount())
        .isEqualTo(new BigDecimal("123456789012345678901234567890.123456789012345678901234567890"));
    assertThat(sale.lines().get(0).total().amount())
        .isEqualTo(new BigDecimal("0.30000000000000000001"));
    assertThat(sale.lines().get(0).quantity())
        .isEqualTo(new BigDecimal("2.7500000000000000000000001"));
    assertThat(sale.rates().get(0).percent()).isEqualTo(new BigDecimal("4.87500000000000000001"));
    assertThat(shops.saleJson(connection, json))
        .contains("\"quantity\": 2.7500000000000000000000001")
        .contains("\"percent\": 4.87500000000000000001");
  }

  @Test
  void numbers_keep_the_zeros_they_came_with() {
    var order =
        Recorded.text("us/orders/rest-pending.json")
            .replace("\"quantity\": 1,", "\"quantity\": 1.500,");
    var json = "{\"order\":" + order + ",\"refunds\":[]}";

    var sale = shops.read(connection, json);

    assertThat(sale.lines().get(0).quantity()).isEqualTo(new BigDecimal("1.500"));
    assertThat(shops.saleJson(connection, json)).contains("\"quantity\": 1.500,");
  }

  @ParameterizedTest
  @CsvSource({"JPY,5453,0", "USD,28.28,2", "KWD,4.331,3"})
  void currencies_have_their_own_decimals(String currency, String total, int decimals) {
    var order = Recorded.order("us/orders/rest-pending.json");
    order.put("currency", currency).put("total", total);

    var sale = shops.read(connection, Recorded.stored(order, Json.MAPPER.createArrayNode()));

    assertThat(sale.total().decimals()).isEqualTo(decimals);
    assertThat(sale.total()).hasToString(total + " " + currency);
    assertThat(sale.total().rounded()).isEqualTo(sale.total());
  }

  @Test
  void a_shop_that_rounds_at_subtotal_misses_its_total_by_a_cent() {
    var order = Recorded.order("us/orders/polo-knoxville.json");
    order.put("total", "71.00").put("total_tax", "6.31");
    var half = Recorded.order("us/orders/half-cent-lines-no-tax.json").put("total", "19.10");

    assertThat(read(order).roundingDifference()).isEqualTo(usd("0"));
    assertThat(read(half).roundingDifference()).isEqualTo(usd("-0.01"));
  }

  @Test
  void the_golden_text_is_the_same_every_time_and_keeps_its_zeros() {
    var json = Recorded.stored("us/orders/refund-partial-line.json");

    var text = shops.saleJson(connection, json);

    assertThat(text).isEqualTo(shops.saleJson(connection, json)).endsWith("}\n");
    assertThat(text).contains("\"total\": \"75.40\"").contains("\"amount\": \"2.40\"");
    assertThat(text).doesNotContain("\r").doesNotContain("null");
    assertThat(text.lines().toList())
        .startsWith(
            "{", "  \"id\": \"79\",", "  \"number\": \"79\",", "  \"status\": \"completed\",");
  }

  private Sale read(String file) {
    return shops.read(connection, Recorded.stored(file));
  }

  private Sale read(ObjectNode order) {
    return shops.read(connection, Recorded.stored(order, Json.MAPPER.createArrayNode()));
  }

  private static ObjectNode line(ObjectNode order) {
    return (ObjectNode) order.path("line_items").get(0);
  }

  private static Money usd(String amount) {
    return Money.of(amount, USD);
  }
}
