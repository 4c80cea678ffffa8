package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was given back on eCommerce orders, or lost to a bank (`wix.md` 3.2, 3.3). */
class RefundsTest {

  private final OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  private String order(String id, String field) {
    return site.get("/ecom/v1/orders/" + id).json().path("order").path(field).asText();
  }

  @Test
  @DisplayName("3.3 a refund of one line names it, one of an amount names none")
  void a_refund_of_one_line_names_it() {
    var id = site.wix.sells(anOrder().of(NewLine.of("Hat", "10").times(2)).of("Shirt", "20"));

    site.wix.refunds(id, new NewRefund(null, 1, 1, 1, "SUCCEEDED", false, "damaged", null));
    site.wix.refunds(id, NewRefund.of("3"));

    var refunds = site.money(id).path("refunds");
    assertThat(Amounts.of(refunds.at("/0/transactions/0/amount"))).isEqualByComparingTo("10");
    assertThat(refunds.at("/0/details/lineItems/0/quantity").asInt()).isEqualTo(1);
    assertThat(refunds.at("/0/details/reason").asText()).isEqualTo("damaged");
    assertThat(refunds.at("/1/details").has("lineItems")).isFalse();
    assertThat(site.money(id).at("/payments/0/status").asText()).isEqualTo("PARTIALLY_REFUNDED");
    assertThat(order(id, "paymentStatus")).isEqualTo("PARTIALLY_REFUNDED");
  }

  @Test
  @DisplayName("3.3 failed and pending refunds give nothing back")
  void failed_and_pending_refunds_give_nothing_back() {
    var id = site.wix.sells(anOrder().of("Hat", "10"));

    site.wix.refunds(id, NewRefund.of("4").being("FAILED"));
    site.wix.refunds(id, NewRefund.of("5").being("PENDING"));

    assertThat(order(id, "paymentStatus")).isEqualTo("PAID");
    assertThat(site.money(id).at("/payments/0/status").asText()).isEqualTo("APPROVED");
    assertThat(site.cashier("includeRefunds=true").json().at("/transactions/0/refunds"))
        .extracting(refund -> refund.path("status").asText())
        .containsExactly("FAILED", "PENDING");
  }

  @Test
  @DisplayName("3.3 a refund outside of Wix is on the order and not at the cashier")
  void a_refund_outside_of_wix_is_not_at_the_cashier() {
    var id = site.wix.sells(anOrder().of("Hat", "10"));

    site.wix.refunds(id, NewRefund.of("4").outside());

    assertThat(site.money(id).at("/refunds/0/transactions/0/externalRefund").asBoolean()).isTrue();
    var row = site.cashier("includeRefunds=true").json().at("/transactions/0");
    assertThat(row.path("refunds")).isEmpty();
    assertThat(row.path("status").asText()).isEqualTo("APPROVED");
  }

  @Test
  @DisplayName("3.3 more than was paid is never given back")
  void more_than_was_paid_is_never_given_back() {
    var id = site.wix.sells(anOrder().of("Hat", "10"));
    site.wix.refunds(id, NewRefund.of("7"));

    assertThatThrownBy(() -> site.wix.refunds(id, NewRefund.of("4")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Only 3");
  }

  @Test
  @DisplayName("3.2 a gift card given back whole is VOIDED, not REFUNDED")
  void a_gift_card_given_back_whole_is_voided() {
    var id = site.wix.sells(anOrder().of("Hat", "10").paid(NewPayment.giftCard()));

    site.wix.refunds(id, NewRefund.ofAll());

    assertThat(site.money(id).at("/payments/0/status").asText()).isEqualTo("VOIDED");
    assertThat(order(id, "paymentStatus")).isEqualTo("FULLY_REFUNDED");
  }

  @Test
  @DisplayName("3.2 a chargeback stands on the payment and may be reversed")
  void a_chargeback_stands_on_the_payment() {
    var id = site.wix.sells(anOrder().of("Hat", "10"));

    site.wix.chargesBack(id, 1, false);
    assertThat(site.cashier("").list("transactions", "status")).containsExactly("CHARGE_BACK");
    site.wix.chargesBack(id, 1, true);

    var chargeback = site.money(id).at("/payments/0/regularPaymentDetails/chargebacks/0");
    assertThat(chargeback.path("status").asText()).isEqualTo("REVERSED");
    assertThat(site.cashier("").list("transactions", "status")).containsExactly("APPROVED");
  }

  @Test
  @DisplayName("3.3 a refund of all names every line and the shipping")
  void a_refund_of_all_names_every_line() {
    var order = anOrder().of(NewLine.of("Hat", "10").times(2)).of("Shirt", "20").shippedFor("5");
    var id = site.wix.sells(order);

    site.wix.refunds(id, NewRefund.ofAll());

    var refund = site.money(id).at("/refunds/0");
    assertThat(Amounts.of(refund.at("/transactions/0/amount"))).isEqualByComparingTo("45");
    assertThat(refund.at("/details/lineItems")).hasSize(2);
    assertThat(refund.at("/details/lineItems/0/quantity").asInt()).isEqualTo(2);
    assertThat(refund.at("/details/shippingIncluded").asBoolean()).isTrue();
  }
}
