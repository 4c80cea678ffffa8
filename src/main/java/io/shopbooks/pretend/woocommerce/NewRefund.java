package io.shopbooks.pretend.woocommerce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A refund about to be made: {@code aRefund().of("TSHIRT-01", 1).because("One damaged")}. It can
 * take every shape of `woocommerce.md` 6: amount only, lines with tax, shipping or fee only, tax
 * only, an amount unlike its lines. The shop works out what a line's share and its tax are.
 */
public final class NewRefund {

  final List<Part> parts = new ArrayList<>();
  final List<Given> given = new ArrayList<>();
  Optional<BigDecimal> amount = Optional.empty();
  String reason = "";
  boolean restocks = true;
  boolean throughGateway;

  private NewRefund() {}

  /** What is refunded of an order, to be worked out by the shop. */
  record Part(Kind kind, String sku, int pieces) {

    enum Kind {
      /** Pieces of a line, with their tax. */
      GOODS,
      /** All shipping lines. */
      SHIPPING,
      /** All fee lines. */
      FEES,
      /** The tax of all lines, and nothing else. */
      TAX
    }
  }

  /**
   * A line as the REST call gives it.
   *
   * @param item id of the line in the order
   * @param total net, positive
   * @param taxes by the id of their rate, positive
   */
  record Given(int item, int quantity, BigDecimal total, Map<Integer, BigDecimal> taxes) {}

  /** A refund to be filled; given nothing more, of everything that is left, by amount. */
  public static NewRefund aRefund() {
    return new NewRefund();
  }

  /** Of pieces of the line with this SKU, with their tax. */
  public NewRefund of(String sku, int pieces) {
    parts.add(new Part(Part.Kind.GOODS, sku, pieces));
    return this;
  }

  /** Of the shipping, with its tax. */
  public NewRefund ofShipping() {
    parts.add(new Part(Part.Kind.SHIPPING, "", 0));
    return this;
  }

  /** Of the fees, with their tax. */
  public NewRefund ofFees() {
    parts.add(new Part(Part.Kind.FEES, "", 0));
    return this;
  }

  /** Of the tax of all lines only: quantity 0, total 0. */
  public NewRefund ofTaxOnly() {
    parts.add(new Part(Part.Kind.TAX, "", 0));
    return this;
  }

  /** Of this amount ("5.00"), whatever its lines add up to; alone, without lines. */
  public NewRefund amounting(String money) {
    amount = Optional.of(new BigDecimal(money));
    return this;
  }

  /** For this reason. */
  public NewRefund because(String why) {
    reason = why;
    return this;
  }

  /** Of goods that did not come back into stock. */
  public NewRefund notRestocked() {
    restocks = false;
    return this;
  }

  /** Paid back by the gateway, not by hand. */
  public NewRefund throughGateway() {
    throughGateway = true;
    return this;
  }
}
