package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks: signed, wrapped, sent again, twice and out of order (`wix.md` 5). */
class WebhooksTest {

  private static final String APPROVED = "wix.ecom.v1.order_approved";

  private OpenSite site = OpenSite.of(WixSite.us());
  private final List<String> received = new CopyOnWriteArrayList<>();
  private volatile int answer = 200;
  private CountDownLatch patience = new CountDownLatch(0);

  @AfterEach
  void close() {
    patience.countDown();
    site.close();
  }

  private void reopen(WixSite settings) {
    site.close();
    site = OpenSite.of(settings);
  }

  private void listen(String... events) {
    site.server.mount(
        "/hooks",
        exchange -> {
          received.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          try {
            patience.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    site.wix.webhooks().subscribe(site.server.address("/hooks").toString(), events);
  }

  /** What a JWT carries, after its signature was checked with nothing but Java. */
  private JsonNode verified(String jwt) {
    var parts = jwt.split("\\.");
    assertThat(parts).hasSize(3);
    var header = Json.read(Base64.getUrlDecoder().decode(parts[0]));
    assertThat(header.path("alg").asText()).isEqualTo("RS256");
    assertThat(isSigned(parts)).isTrue();
    return Json.read(Base64.getUrlDecoder().decode(parts[1]));
  }

  private boolean isSigned(String[] parts) {
    var pem = site.wix.webhooks().publicKey().replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(pem));
      var check = Signature.getInstance("SHA256withRSA");
      check.initVerify(KeyFactory.getInstance("RSA").generatePublic(spec));
      check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return check.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode envelope(String jwt) {
    return Json.read(verified(jwt).path("data").asText());
  }

  private JsonNode event(String jwt) {
    return Json.read(envelope(jwt).path("data").asText());
  }

  @Test
  @DisplayName("5 the body is one JWT, RS256, of the app's key; a changed one does not verify")
  void the_body_is_one_jwt() {
    listen(APPROVED);
    site.wix.sells(anOrder().of("Hat", "10"));

    assertThat(site.wix.deliversWebhooks()).hasSize(1).allMatch(Delivery::isTaken);

    var claims = verified(received.get(0));
    var age = claims.path("exp").asLong() - claims.path("iat").asLong();
    assertThat(claims.path("iat").asLong()).isEqualTo(site.clock.instant().getEpochSecond());
    assertThat(age).isPositive();
    var parts = received.get(0).split("\\.");
    parts[1] = parts[1].substring(1) + "A";
    assertThat(isSigned(parts)).isFalse();
  }

  @Test
  @DisplayName("5 strings of JSON in strings of JSON: envelope, identity and event")
  void strings_of_json_in_strings_of_json() {
    listen(APPROVED);
    var id = site.wix.sells(anOrder().of("Hat", "10"));
    site.wix.deliversWebhooks();

    var envelope = envelope(received.get(0));
    var event = event(received.get(0));

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
    listen(APPROVED, "wix.ecom.v1.order_payment_status_updated");
    var id = site.wix.sells(anOrder().of("Hat", "10").payingOffline());
    site.wix.marksPaid(id, "CASH");
    site.wix.deliversWebhooks();

    assertThat(event(received.get(0)).at("/actionEvent/body/order/paymentStatus").asText())
        .isEqualTo("NOT_PAID");
    var paid = event(received.get(1)).at("/actionEvent/body");
    assertThat(paid.at("/order/paymentStatus").asText()).isEqualTo("PAID");
    assertThat(paid.path("previousPaymentStatus").asText()).isEqualTo("NOT_PAID");
  }

  @Test
  @DisplayName("5 created and updated carry the entity, higher sequences are newer")
  void created_and_updated_carry_the_entity() {
    listen("wix.ecom.v1.order_created", "wix.ecom.v1.order_updated");
    var id = site.wix.sells(anOrder().of("Hat", "10"));
    site.wix.cancels(id);
    site.wix.deliversWebhooks();

    var events = received.stream().map(this::event).toList();
    assertThat(events.get(0).at("/createdEvent/entity/id").asText()).isEqualTo(id);
    var last = events.get(events.size() - 1);
    assertThat(last.at("/updatedEvent/currentEntity/status").asText()).isEqualTo("CANCELED");
    var sequences = events.stream().map(e -> e.path("entityEventSequence").asInt()).toList();
    assertThat(sequences).isSorted().doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("5 refunds and chargebacks are told with the order's transactions")
  void refunds_and_chargebacks_are_told() {
    listen(
        "wix.ecom.v1.order_transactions_refund_completed",
        "wix.ecom.v1.order_transactions_chargeback_approved");
    var id = site.wix.sells(anOrder().of("Hat", "10"));
    var refund = site.wix.refunds(id, NewRefund.of("3"));
    site.wix.chargesBack(id, 1, false);
    site.wix.deliversWebhooks();

    assertThat(event(received.get(0)).at("/actionEvent/body/refund/id").asText()).isEqualTo(refund);
    var chargeback = event(received.get(1)).at("/actionEvent/body");
    assertThat(chargeback.at("/chargeback/status").asText()).isEqualTo("APPROVED");
    assertThat(chargeback.at("/orderTransactions/payments")).hasSize(1);
  }

  @Test
  @DisplayName("4.2 the cashier's event is flat and has words of its own")
  void the_cashiers_event_is_flat() {
    listen("PAYMENT_EVENT");
    var id = site.wix.charges(NewCharge.aCharge(WixApp.VIDEO, "4.90").of("Film", "4.90"));
    site.wix.refundsCharge(id, null, "SUCCEEDED");
    site.wix.deliversWebhooks();

    var created = event(received.get(0));
    assertThat(created.path("eventType").asText()).isEqualTo("TRANSACTION_CREATED");
    assertThat(created.has("entityFqdn")).isFalse();
    assertThat(created.at("/transactionCreatedEvent/transaction/id").asText()).isEqualTo(id);
    var refunded = event(received.get(1)).path("refundStatusChangedEvent");
    assertThat(refunded.at("/transaction/status").asText()).isEqualTo("REFUNDED");
    assertThat(refunded.at("/refund/status").asText()).isEqualTo("APPROVED");
  }

  @Test
  @DisplayName("4.4, 4.5 tickets are told flat; a plan is purchased even if nobody paid")
  void tickets_and_plans_are_told() {
    listen("wix.events.ticketing.events.OrderConfirmed", "wix.pricing_plans.v2.order_purchased");
    var number = site.wix.sells(NewTickets.of("Concert", "40", 1));
    site.wix.sells(NewPlan.of("Gold", "50").offline());
    site.wix.deliversWebhooks();

    assertThat(event(received.get(0)).path("orderNumber").asText()).isEqualTo(number);
    assertThat(event(received.get(1)).at("/actionEvent/body/order/lastPaymentStatus").asText())
        .isEqualTo("UNPAID");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 302, 400, 500})
  @DisplayName("5 only 200 counts as taken")
  void only_200_counts_as_taken(int status) {
    answer = status;
    listen(APPROVED);
    site.wix.sells(anOrder().of("Hat", "10"));

    assertThat(site.wix.deliversWebhooks()).noneMatch(Delivery::isTaken);
    assertThat(site.wix.audit().waitingDeliveries()).isEqualTo(1);
    answer = 200;
    site.clock.moves(Duration.ofMinutes(1));
    assertThat(site.wix.deliversWebhooks()).hasSize(1).allMatch(Delivery::isTaken);
    assertThat(site.wix.audit().waitingDeliveries()).isZero();
  }

  @Test
  @DisplayName("5 twelve resends by the clock, after 1 min, 10 min, 1 h and so on, then no more")
  void twelve_resends_by_the_clock() {
    answer = 500;
    listen(APPROVED);
    site.wix.sells(anOrder().of("Hat", "10"));
    var attempts = new ArrayList<>(site.wix.deliversWebhooks());
    var minutes = List.of(1, 10, 60, 120, 120, 120, 240, 240, 240, 480, 480, 720);

    for (var wait : minutes) {
      site.clock.moves(Duration.ofMinutes(wait).minusSeconds(1));
      assertThat(site.wix.deliversWebhooks()).isEmpty();
      site.clock.moves(Duration.ofSeconds(1));
      attempts.addAll(site.wix.deliversWebhooks());
    }

    assertThat(attempts).extracting(Delivery::attempt).hasSize(13).endsWith(12, 13);
    site.clock.moves(Duration.ofDays(2));
    assertThat(site.wix.deliversWebhooks()).isEmpty();
  }

  @Test
  @DisplayName("5 an answer that comes too late is none: the event is sent again")
  void an_answer_that_comes_too_late_is_none() {
    assertThat(WixSite.us().patience()).isEqualTo(Duration.ofMillis(1250));
    reopen(WixSite.us().patientFor(Duration.ofMillis(40)));
    patience = new CountDownLatch(1);
    listen(APPROVED);
    site.wix.sells(anOrder().of("Hat", "10"));

    var late = site.wix.deliversWebhooks().get(0);

    assertThat(late.answer()).isZero();
    patience.countDown();
    assertThat(site.wix.audit().waitingDeliveries()).isEqualTo(1);
  }

  @Test
  @DisplayName("5 duplicates occur: the same event id in both")
  void duplicates_occur() {
    reopen(WixSite.us().with(Habit.TELLS_TWICE));
    listen(APPROVED);
    site.wix.sells(anOrder().of("Hat", "10"));

    assertThat(site.wix.deliversWebhooks()).hasSize(2);
    assertThat(event(received.get(0)).path("id")).isEqualTo(event(received.get(1)).path("id"));
  }

  @Test
  @DisplayName("5 the order is not guaranteed")
  void the_order_is_not_guaranteed() {
    reopen(WixSite.us().with(Habit.TELLS_BACKWARDS));
    listen(APPROVED);
    var first = site.wix.sells(anOrder().of("Hat", "10"));
    var second = site.wix.sells(anOrder().of("Hat", "10"));
    site.wix.deliversWebhooks();

    assertThat(received)
        .extracting(jwt -> event(jwt).path("entityId").asText())
        .containsExactly(second, first);
  }

  @Test
  @DisplayName("5 entities may be strings of JSON under another name, and incomplete")
  void entities_may_be_strings_and_incomplete() {
    reopen(WixSite.us().with(Habit.TELLS_AS_TEXT).with(Habit.TELLS_PARTLY));
    listen(APPROVED);
    var id = site.wix.sells(anOrder().of("Hat", "10"));
    site.wix.deliversWebhooks();

    var action = event(received.get(0)).path("actionEvent");
    var order = Json.read(action.path("bodyAsJson").asText()).path("order");
    assertThat(action.has("body")).isFalse();
    assertThat(order.path("id").asText()).isEqualTo(id);
    assertThat(order.has("lineItems")).isFalse();
  }

  @Test
  @DisplayName("5 what happens later is told later, and nobody is told what he did not ask for")
  void what_happens_later_is_told_later() {
    listen(APPROVED);
    var later = Instant.parse("2026-03-31T13:00:00Z");
    site.wix.sells(anOrder().of("Hat", "10").at(later));
    site.wix.charges(NewCharge.aCharge(WixApp.VIDEO, "4"));

    assertThat(site.wix.deliversWebhooks()).isEmpty();
    site.clock.moves(Duration.ofHours(1));
    assertThat(site.wix.deliversWebhooks())
        .extracting(Delivery::eventType)
        .containsExactly(APPROVED);
  }
}
