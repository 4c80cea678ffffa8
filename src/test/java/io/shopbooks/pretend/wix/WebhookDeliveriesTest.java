package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How webhooks are delivered: again, twice and out of order (`wix.md` 5). */
class WebhookDeliveriesTest {

  private static final String APPROVED = "wix.ecom.v1.order_approved";

  private OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  private void reopen(WixSite settings) {
    site.close();
    site = OpenSite.of(settings);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 302, 400, 500})
  @DisplayName("5 only 200 counts as taken")
  void only_200_counts_as_taken(int status) {
    var ear = Ear.of(site, APPROVED);
    ear.answer = status;
    site.wix.sells(anOrder().of("Hat", "10"));

    assertThat(site.wix.deliversWebhooks()).noneMatch(Delivery::isTaken);
    assertThat(site.wix.audit().waitingDeliveries()).isEqualTo(1);
    ear.answer = 200;
    site.clock.moves(Duration.ofMinutes(1));
    assertThat(site.wix.deliversWebhooks()).hasSize(1).allMatch(Delivery::isTaken);
    assertThat(site.wix.audit().waitingDeliveries()).isZero();
  }

  @Test
  @DisplayName("5 twelve resends by the clock, after 1 min, 10 min, 1 h and so on, then no more")
  void twelve_resends_by_the_clock() {
    var ear = Ear.of(site, APPROVED);
    ear.answer = 500;
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
    var ear = Ear.of(site, APPROVED);
    ear.patience = new CountDownLatch(1);
    site.wix.sells(anOrder().of("Hat", "10"));

    var late = site.wix.deliversWebhooks().get(0);

    assertThat(late.answer()).isZero();
    ear.patience.countDown();
    assertThat(site.wix.audit().waitingDeliveries()).isEqualTo(1);
  }

  @Test
  @DisplayName("5 duplicates occur: the same event id in both")
  void duplicates_occur() {
    reopen(WixSite.us().with(Habit.TELLS_TWICE));
    var ear = Ear.of(site, APPROVED);
    site.wix.sells(anOrder().of("Hat", "10"));

    assertThat(site.wix.deliversWebhooks()).hasSize(2);
    assertThat(ear.heard(0).path("id")).isEqualTo(ear.heard(1).path("id"));
  }

  @Test
  @DisplayName("5 the order is not guaranteed")
  void the_order_is_not_guaranteed() {
    reopen(WixSite.us().with(Habit.TELLS_BACKWARDS));
    var ear = Ear.of(site, APPROVED);
    var first = site.wix.sells(anOrder().of("Hat", "10"));
    var second = site.wix.sells(anOrder().of("Hat", "10"));
    site.wix.deliversWebhooks();

    assertThat(ear.received)
        .extracting(jwt -> ear.event(jwt).path("entityId").asText())
        .containsExactly(second, first);
  }

  @Test
  @DisplayName("5 entities may be strings of JSON under another name, and incomplete")
  void entities_may_be_strings_and_incomplete() {
    reopen(WixSite.us().with(Habit.TELLS_AS_TEXT).with(Habit.TELLS_PARTLY));
    var ear = Ear.of(site, APPROVED);
    var id = site.wix.sells(anOrder().of("Hat", "10"));
    site.wix.deliversWebhooks();

    var action = ear.heard(0).path("actionEvent");
    var order = Json.read(action.path("bodyAsJson").asText()).path("order");
    assertThat(action.has("body")).isFalse();
    assertThat(order.path("id").asText()).isEqualTo(id);
    assertThat(order.has("lineItems")).isFalse();
  }

  @Test
  @DisplayName("5 what happens later is told later, and nobody is told what he did not ask for")
  void what_happens_later_is_told_later() {
    var ear = Ear.of(site, APPROVED);
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
