package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was paid and given back on eCommerce orders (`wix.md` 3). */
class PaymentsTest {

  private OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  private void reopen(WixSite settings) {
    site.close();
    site = OpenSite.of(settings);
  }

  private JsonNode paid(NewOrder order) {
    return site.money(site.wix.sells(order)).path("payments");
  }

  private String order(String id, String field) {
    return site.get("/ecom/v1/orders/" + id).json().path("order").path(field).asText();
  }

  @Test
  @DisplayName("3.1 payments are not inside the order and are listed by order ids")
  void payments_are_listed_by_order_ids() {
    var one = site.wix.sells(anOrder().of("Hat", "10"));
    var other = site.wix.sells(anOrder().of("Shirt", "20"));
    var ids = "{\"orderIds\":[\"" + one + "\",\"" + other + "\",\"unknown\"]}";

    var listed = site.post("/ecom/v1/payments/list-by-ids", ids);

    assertThat(listed.list("orderTransactions", "orderId")).containsExactly(one, other);
    assertThat(site.get("/ecom/v1/orders/" + one).text()).doesNotContain("regularPaymentDetails");
  }

  @Test
  @DisplayName("3.1 no ids and more than 100 ids are refused")
  void no_ids_and_more_than_100_are_refused() {
    var hundredOne = String.join(",", Collections.nCopies(101, "\"a\""));
    var hundred = String.join(",", Collections.nCopies(100, "\"a\""));

    assertThat(listed("").violation()).isEqualTo("orderIds MIN_SIZE");
    assertThat(listed(hundredOne).violation()).isEqualTo("orderIds MAX_SIZE");
    assertThat(listed(hundred).status()).isEqualTo(200);
  }

  private Reply listed(String ids) {
    return site.post("/ecom/v1/payments/list-by-ids", "{\"orderIds\":[" + ids + "]}");
  }

  @Test
  @DisplayName("3.1 payments of an unknown order are ORDER_NOT_FOUND")
  void payments_of_an_unknown_order() {
    assertThat(site.get("/ecom/v1/payments/orders/unknown").text()).contains("ORDER_NOT_FOUND");
  }

  @Test
  @DisplayName("3.2 an online payment names the cashier's transaction, an offline one does not")
  void an_online_payment_names_the_transaction() {
    var card = paid(anOrder().of("Hat", "10")).path(0);
    var cash = paid(anOrder().of("Hat", "10").paid(NewPayment.offline("CASH"))).path(0);

    var transaction = site.cashier("").json().at("/transactions/0/transactionId").asText();
    var details = card.path("regularPaymentDetails");
    assertThat(details.path("gatewayTransactionId").asText()).isEqualTo(transaction);
    assertThat(details.path("offlinePayment").asBoolean()).isFalse();
    var byHand = cash.path("regularPaymentDetails");
    assertThat(byHand.has("gatewayTransactionId")).isFalse();
    assertThat(byHand.at("/paymentMethodName/userDefinedName/predefined").asText())
        .isEqualTo("CASH");
    assertThat(site.cashier("").json().path("transactions")).hasSize(1);
  }

  @Test
  @DisplayName("3.2 the payment's own amount is a string without a currency")
  void the_amount_has_no_currency() {
    var amount = paid(anOrder().of("Hat", "10").in("EUR")).path(0).path("amount");

    assertThat(amount.path("amount").isTextual()).isTrue();
    assertThat(amount.has("currency")).isFalse();
  }

  @Test
  @DisplayName("3.2 the status stands on top; old sites have it only inside")
  void the_status_stands_on_top() {
    var now = paid(anOrder().of("Hat", "10")).path(0);
    reopen(WixSite.us().with(Habit.OLD_PAYMENT_STATUS));
    var old = paid(anOrder().of("Hat", "10")).path(0);

    assertThat(now.path("status").asText()).isEqualTo("APPROVED");
    assertThat(now.path("regularPaymentDetails").has("status")).isFalse();
    assertThat(now.path("regularPaymentDetails").has("paymentMethod")).isFalse();
    assertThat(old.has("status")).isFalse();
    assertThat(old.path("regularPaymentDetails").path("status").asText()).isEqualTo("APPROVED");
  }

  @Test
  @DisplayName("3.2 old sites still tell paymentMethod")
  void old_sites_still_tell_payment_method() {
    reopen(WixSite.us().with(Habit.DEPRECATED_FIELDS));

    var details = paid(anOrder().of("Hat", "10")).path(0).path("regularPaymentDetails");

    assertThat(details.path("paymentMethod").asText()).isEqualTo("CreditCard");
    assertThat(details.path("status").asText()).isEqualTo("APPROVED");
  }

  @Test
  @DisplayName("3.2 a gift card and a card pay one order; only the card is at the cashier")
  void a_gift_card_and_a_card_pay_one_order() {
    var payments =
        paid(
            anOrder()
                .of("Hat", "10")
                .paid(NewPayment.giftCard().of("4"))
                .paid(NewPayment.online("creditCard")));

    assertThat(payments.path(0).has("giftcardPaymentDetails")).isTrue();
    assertThat(Amounts.of(payments.path(1).path("amount"))).isEqualByComparingTo("6");
    var rows = site.cashier("").json().path("transactions");
    assertThat(rows).hasSize(1);
    assertThat(rows.at("/0/amount/amount").decimalValue()).isEqualByComparingTo("6");
  }

  @Test
  @DisplayName("3.2 a membership pays without an amount and without cash")
  void a_membership_pays_without_an_amount() {
    var line = NewLine.booking("Yoga", "18").option("MEMBERSHIP");
    var id = site.wix.sells(anOrder().of(line).paid(NewPayment.membership("Yoga card")));

    var payment = site.money(id).path("payments").path(0);

    assertThat(payment.has("amount")).isFalse();
    assertThat(payment.at("/membershipPaymentDetails/name/original").asText())
        .isEqualTo("Yoga card");
    assertThat(order(id, "paymentStatus")).isEqualTo("PAID");
    assertThat(site.cashier("").json().path("transactions")).isEmpty();
  }

  @Test
  @DisplayName("3.2 AUTHORIZED is a hold and no sale, and may be VOIDED")
  void authorized_is_a_hold() {
    var held = NewPayment.online("creditCard").being("AUTHORIZED");
    var id = site.wix.sells(anOrder().of("Hat", "10").paid(held));
    assertThat(order(id, "paymentStatus")).isEqualTo("NOT_PAID");

    site.wix.settles(id, 1, "VOIDED");

    assertThat(site.money(id).at("/payments/0/status").asText()).isEqualTo("VOIDED");
    assertThat(site.cashier("").list("transactions", "status")).containsExactly("VOID");
    assertThat(site.wix.audit().payments()).isEmpty();
  }

  @Test
  @DisplayName("3.2 a pending payment is approved later, or declined")
  void a_pending_payment_is_settled_later() {
    var pending = NewPayment.online("payPal").being("PENDING");
    var id = site.wix.sells(anOrder().of("Hat", "10").paid(pending));
    var other = site.wix.sells(anOrder().of("Hat", "10").paid(pending));
    assertThat(order(id, "paymentStatus")).isEqualTo("PENDING");

    site.wix.settles(id, 1, "APPROVED");
    site.wix.settles(other, 1, "DECLINED");

    assertThat(order(id, "paymentStatus")).isEqualTo("PAID");
    assertThat(order(other, "paymentStatus")).isEqualTo("NOT_PAID");
    assertThat(site.cashier("order=date:asc").list("transactions", "status"))
        .containsExactlyInAnyOrder("APPROVED", "DECLINED");
  }

  @Test
  @DisplayName("4.6 a deposit leaves the order PARTIALLY_PAID until the rest is paid")
  void a_deposit_leaves_the_order_partially_paid() {
    var line = NewLine.booking("Retreat", "200").option("DEPOSIT_ONLINE");
    var deposit = NewPayment.online("creditCard").of("50");
    var id = site.wix.sells(anOrder().of(line).paid(deposit));
    assertThat(order(id, "paymentStatus")).isEqualTo("PARTIALLY_PAID");

    assertThat(site.wix.pays(id, NewPayment.online("creditCard"))).isEqualTo(2);

    assertThat(order(id, "paymentStatus")).isEqualTo("PAID");
    assertThat(site.cashier("").json().path("transactions")).hasSize(2);
  }
}
