package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Webhooks: signed, wrapped, sent again, twice and out of order (`wix.md` 5). */
class WebhooksTest {

  private static final String APPROVED = "wix.ecom.v1.order_approved";

  private final OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  @DisplayName("5 the body is one JWT, RS256, of the app's key; a changed one does not verify")
  void the_body_is_one_jwt() {
    var ear = Ear.of(site, APPROVED);
    site.wix.sells(anOrder().of("Hat", "10"));

    assertThat(site.wix.deliversWebhooks()).hasSize(1).allMatch(Delivery::isTaken);

    var claims = ear.verified(ear.received.get(0));
    var age = claims.path("exp").asLong() - claims.path("iat").asLong();
    assertThat(claims.path("iat").asLong()).isEqualTo(site.clock.instant().getEpochSecond());
    assertThat(age).isPositive();
    var parts = ear.received.get(0).split("\\.");
    parts[1] = parts[1].substring(1) + "A";
    assertThat(ear.isSigned(parts)).isFalse();
  }

  @Test
  @DisplayName("5 strings of JSON in strings of JSON: envelope, identity and event")
  void strings_of_json_in_strings_of_json() {
    var ear = Ear.of(site, APPROVED);
    var id = site.wix.sells(anOrder().of("Hat", "10"));
    site.wix.deliversWebhooks();

    var envelope = ear.envelope(ear.received.get(0));
    var event = ear.heard(0);

    assertThat(envelope.path("instanceId").asText())
        .isEqualTo(site.wix.access().client().instanceId());
    assertThat(envelope.path("eventType").asText()).isEqualTo(APPROVED);
    assertThat(Json.read(envelope.path("identity").asText()).path("identityType").asText())
        .isEqualTo("WIX_USER");
    assertThat(event.path("entityFqdn").asText()).isEqualTo("wix.ecom.v1.order");
    assertThat(event.path("slug").asText()).isEqualTo("approved");
    assertThat(event.path("entityId").asText()).isEqualTo(id);
    assertThat(event.at("/actionEvent/body/order/id").asText()).isEqualTo(id);
    assertThat(event.toString()).doesNotContain("\"~");
  }

  @Test
  @DisplayName("5 approved may be NOT_PAID; paid is told by order_payment_status_updated")
  void approved_may_be_not_paid() {
    var ear = Ear.of(site, APPROVED, "wix.ecom.v1.order_payment_status_updated");
    var id = site.wix.sells(anOrder().of("Hat", "10").payingOffline());
    site.wix.marksPaid(id, "CASH");
    site.wix.deliversWebhooks();

    assertThat(ear.heard(0).at("/actionEvent/body/order/paymentStatus").asText())
        .isEqualTo("NOT_PAID");
    var paid = ear.heard(1).at("/actionEvent/body");
    assertThat(paid.at("/order/paymentStatus").asText()).isEqualTo("PAID");
    assertThat(paid.path("previousPaymentStatus").asText()).isEqualTo("NOT_PAID");
  }

  @Test
  @DisplayName("5 created and updated carry the entity, higher sequences are newer")
  void created_and_updated_carry_the_entity() {
    var ear = Ear.of(site, "wix.ecom.v1.order_created", "wix.ecom.v1.order_updated");
    var id = site.wix.sells(anOrder().of("Hat", "10"));
    site.wix.cancels(id);
    site.wix.deliversWebhooks();

    var events = ear.received.stream().map(ear::event).toList();
    assertThat(events.get(0).at("/createdEvent/entity/id").asText()).isEqualTo(id);
    var last = events.get(events.size() - 1);
    assertThat(last.at("/updatedEvent/currentEntity/status").asText()).isEqualTo("CANCELED");
    var sequences = events.stream().map(e -> e.path("entityEventSequence").asInt()).toList();
    assertThat(sequences).isSorted().doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("5 refunds and chargebacks are told with the order's transactions")
  void refunds_and_chargebacks_are_told() {
    var ear =
        Ear.of(
            site,
            "wix.ecom.v1.order_transactions_refund_completed",
            "wix.ecom.v1.order_transactions_chargeback_approved");
    var id = site.wix.sells(anOrder().of("Hat", "10"));
    var refund = site.wix.refunds(id, NewRefund.of("3"));
    site.wix.chargesBack(id, 1, false);
    site.wix.deliversWebhooks();

    assertThat(ear.heard(0).at("/actionEvent/body/refund/id").asText()).isEqualTo(refund);
    var chargeback = ear.heard(1).at("/actionEvent/body");
    assertThat(chargeback.at("/chargeback/status").asText()).isEqualTo("APPROVED");
    assertThat(chargeback.at("/orderTransactions/payments")).hasSize(1);
  }

  @Test
  @DisplayName("4.2 the cashier's event is flat and has words of its own")
  void the_cashiers_event_is_flat() {
    var ear = Ear.of(site, "PAYMENT_EVENT");
    var id = site.wix.charges(NewCharge.aCharge(WixApp.VIDEO, "4.90").of("Film", "4.90"));
    site.wix.refundsCharge(id, null, "SUCCEEDED");
    site.wix.deliversWebhooks();

    var created = ear.heard(0);
    assertThat(created.path("eventType").asText()).isEqualTo("TRANSACTION_CREATED");
    assertThat(created.has("entityFqdn")).isFalse();
    assertThat(created.at("/transactionCreatedEvent/transaction/id").asText()).isEqualTo(id);
    var refunded = ear.heard(1).path("refundStatusChangedEvent");
    assertThat(refunded.at("/transaction/status").asText()).isEqualTo("REFUNDED");
    assertThat(refunded.at("/refund/status").asText()).isEqualTo("APPROVED");
  }

  @Test
  @DisplayName("4.4, 4.5 tickets are told flat; a plan is purchased even if nobody paid")
  void tickets_and_plans_are_told() {
    var ear =
        Ear.of(
            site,
            "wix.events.ticketing.events.OrderConfirmed",
            "wix.pricing_plans.v2.order_purchased");
    var number = site.wix.sells(NewTickets.of("Concert", "40", 1));
    site.wix.sells(NewPlan.of("Gold", "50").offline());
    site.wix.deliversWebhooks();

    assertThat(ear.heard(0).path("orderNumber").asText()).isEqualTo(number);
    assertThat(ear.heard(1).at("/actionEvent/body/order/lastPaymentStatus").asText())
        .isEqualTo("UNPAID");
  }

  @Test
  @DisplayName("4.2 a buyer who is forgotten is told with stars, to be ignored")
  void a_forgotten_buyer_is_told_with_stars() {
    var ear = Ear.of(site, "PAYMENT_EVENT");
    var id = site.wix.charges(NewCharge.aCharge(WixApp.VIDEO, "4.90").of("Film", "4.90"));
    site.wix.forgetsBuyerOf(id);
    site.wix.deliversWebhooks();

    assertThat(ear.heard(0).has("triggeredByAnonymizeRequest")).isFalse();
    assertThat(ear.heard(1).path("triggeredByAnonymizeRequest").asBoolean()).isTrue();
    var transaction = ear.heard(1).at("/transactionUpdatedEvent/transaction");
    assertThat(transaction.path("id").asText()).isEqualTo(id);
    assertThat(transaction.at("/billingAddressContacts/email").asText()).isEqualTo("****");
  }
}
