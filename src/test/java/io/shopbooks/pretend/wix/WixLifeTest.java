package io.shopbooks.pretend.wix;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A month of all apps, repeatable by its seed. */
class WixLifeTest {

  @Test
  void the_same_seed_gives_the_same_month() {
    var seed = new Random().nextLong();
    System.out.println("WixLifeTest seed " + seed);
    try (var one = PretendWix.open(WixSite.us(), new HandClock());
        var other = PretendWix.open(WixSite.us(), new HandClock());
        var different = PretendWix.open(WixSite.us(), new HandClock())) {
      var told = new WixLife(one, seed).livesThroughAMonth();

      assertThat(new WixLife(other, seed).livesThroughAMonth()).isEqualTo(told);
      assertThat(other.audit()).isEqualTo(one.audit());
      new WixLife(different, seed + 1).livesThroughAMonth();
      assertThat(different.audit()).isNotEqualTo(one.audit());
    }
  }

  @Test
  void a_month_has_all_apps_and_all_that_can_happen_to_money() {
    try (var wix = PretendWix.open(WixSite.us(), new HandClock())) {
      new WixLife(wix, 3).livesThroughAMonth();
      var audit = wix.audit();

      var apps = audit.charges().stream().map(Audit.Charge::app).collect(Collectors.toSet());
      assertThat(apps)
          .contains(
              WixApp.STORES.id(),
              WixApp.BOOKINGS.id(),
              WixApp.VIDEO.id(),
              WixApp.MUSIC.id(),
              WixApp.EVENTS.id(),
              WixApp.ART_STORE.id(),
              WixApp.PRICING_PLANS.id(),
              WixApp.INVOICES.id());
      var statuses = new HashSet<String>();
      audit.charges().forEach(charge -> statuses.add(charge.status()));
      assertThat(statuses)
          .contains("APPROVED", "OFFLINE", "DECLINED", "VOID", "REFUND", "PARTIAL_REFUND")
          .contains("CHARGE_BACK");
      assertThat(audit.charges()).extracting(Audit.Charge::currency).contains("USD", "EUR");
      assertThat(audit.payments())
          .extracting(Audit.Payment::kind)
          .contains("online", "offline", "gift card", "membership");
    }
  }

  @Test
  void what_the_orders_say_was_paid_online_is_what_the_cashier_took() {
    try (var wix = PretendWix.open(WixSite.us(), new HandClock())) {
      new WixLife(wix, 11).livesThroughAMonth();
      var audit = wix.audit();
      var charges =
          audit.charges().stream().collect(Collectors.toMap(Audit.Charge::id, charge -> charge));

      var online = audit.payments().stream().filter(p -> !p.charge().isEmpty()).toList();

      assertThat(online).hasSizeGreaterThan(50);
      for (var payment : online) {
        var charge = charges.get(payment.charge());
        assertThat(payment.amount()).isEqualByComparingTo(charge.amount());
        assertThat(payment.currency()).isEqualTo(charge.currency());
        // What was given back outside of Wix is not at the cashier.
        assertThat(charge.refunded()).isLessThanOrEqualTo(payment.refunded());
      }
    }
  }

  @Test
  void every_scene_plays_and_what_follows_is_seen_when_the_clock_gets_there() {
    try (var site = OpenSite.of(WixSite.us().limitedTo(0))) {
      var life = new WixLife(site.wix, 5);
      assertThat(life.scenes()).isGreaterThan(50);
      for (var scene = 0; scene < life.scenes(); scene++) {
        assertThat(life.lives()).isNotBlank();
      }
      var query = "{\"filter\":{\"paymentStatus\":{\"$in\":[\"FULLY_REFUNDED\"]}}}";
      assertThat(site.search(query).json().path("orders")).isEmpty();
      var charged = site.cashier("").json().at("/pagination/total").decimalValue();

      site.clock.moves(Duration.ofDays(30));

      assertThat(site.search(query).json().path("orders")).isNotEmpty();
      assertThat(site.cashier("").json().at("/pagination/total").decimalValue())
          .isGreaterThan(charged)
          .isEqualByComparingTo(BigDecimal.valueOf(site.wix.audit().charges().size()));
    }
  }

  @Test
  @DisplayName("7 no time has more than six decimals")
  void no_time_has_more_than_six_decimals() {
    try (var site = OpenSite.of(WixSite.us())) {
      new WixLife(site.wix, 2).livesThroughAMonth();

      var texts = site.search("{}").text() + site.cashier("includeRefunds=true").text();

      assertThat(texts).containsPattern("\\.\\d{3}Z\"").doesNotContainPattern("\\.\\d{7,}Z");
    }
  }

  @Test
  void a_site_in_yen_has_no_cents() {
    try (var wix = PretendWix.open(WixSite.us().in("JP", "JPY"), new HandClock())) {
      wix.sells(NewOrder.anOrder().of("Hat", "1000").taxed("Tax", "0.105"));

      assertThat(wix.audit().charges().get(0).amount()).isEqualByComparingTo("1105");
      assertThat(wix.audit().charges().get(0).currency()).isEqualTo("JPY");
    }
  }
}
