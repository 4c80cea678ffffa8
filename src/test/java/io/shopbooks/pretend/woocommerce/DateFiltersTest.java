package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists asked for by dates, in every zone (`woocommerce.md` 3). */
class DateFiltersTest {

  private final OpenShops shops = new OpenShops();

  @AfterEach
  void close() {
    shops.close();
  }

  /** An order modified at 12:00:00 GMT and one a minute later. */
  private static OpenShop withTwo(OpenShop shop) {
    shop.shop.sells(anOrder().of("TSHIRT-01"));
    shop.clock.movesSeconds(60);
    shop.shop.sells(anOrder().of("TSHIRT-01"));
    return shop;
  }

  private int found(OpenShop shop, String value, boolean gmt) {
    var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    var reply =
        shop.caller().get("/orders?modified_after=" + encoded + (gmt ? "&dates_are_gmt=true" : ""));
    assertThat(reply.status()).isEqualTo(200);
    return reply.ids().size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"us", "kw", "jp"})
  @DisplayName("3.2 GMT without Z and dates_are_gmt is right in every zone")
  void gmt_without_z_and_dates_are_gmt_is_right_in_every_zone(String kind) {
    var shop = withTwo(shops.open(OpenShops.store(kind)));

    assertThat(found(shop, "2026-11-22T11:59:59", true)).isEqualTo(2);
    assertThat(found(shop, "2026-11-22T12:00:00", true)).isEqualTo(1);
    assertThat(found(shop, "2026-11-22T12:01:00", true)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "us, 2026-11-22T12:00:00Z, 2",
    "us, 2026-11-22T12:00:00.123Z, 2",
    "us, 2026-11-22T07:00:00-05:00, 2",
    "us, 2026-11-22T12:00:00+00:00, 2",
    "us, 2026-11-22T16:59:59Z, 2",
    "us, 2026-11-22T17:00:30Z, 1",
    "kw, 2026-11-22T11:59:59Z, 0",
    "kw, 2026-11-22T08:59:59Z, 2",
    "jp, 2026-11-22T11:59:59Z, 0",
    "jp, 2026-11-22T02:59:59Z, 2"
  })
  @DisplayName("3.2 with a Z or an offset beside dates_are_gmt the bound is shifted to local time")
  void with_a_z_beside_dates_are_gmt_the_bound_is_shifted(String kind, String value, int count) {
    var shop = withTwo(shops.open(OpenShops.store(kind)));

    assertThat(found(shop, value, true)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({
    "us, 2026-11-22T11:59:59Z, 2",
    "us, 2026-11-22T12:00:00Z, 1",
    "us, 2026-11-22T07:00:00-05:00, 1",
    "kw, 2026-11-22T12:00:00Z, 1",
    "us, 2026-11-22T06:59:59, 2",
    "us, 2026-11-22T11:59:59, 0",
    "kw, 2026-11-22T11:59:59, 2",
    "kw, 2026-11-22T15:00:00, 1"
  })
  @DisplayName("3.2 without dates_are_gmt the local column is asked")
  void without_dates_are_gmt_the_local_column_is_asked(String kind, String value, int count) {
    var shop = withTwo(shops.open(OpenShops.store(kind)));

    assertThat(found(shop, value, false)).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "yesterday", "2026-11-21T25", "1795304987"})
  @DisplayName("3.2 a date without time, or a word, is refused")
  void a_date_without_time_or_a_word_is_refused(String value) {
    var reply = shops.open(Store.us()).caller().get("/orders?modified_after=" + value);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("rest_invalid_param");
  }

  @Test
  @DisplayName("3.2 the bound is exclusive on both sides")
  void the_bound_is_exclusive_on_both_sides() {
    var shop = withTwo(shops.open(Store.us()));
    var second = "2026-11-22T12:00:00&dates_are_gmt=true";

    assertThat(shop.caller().get("/orders?modified_before=" + second).ids()).isEmpty();
    assertThat(shop.caller().get("/orders?modified_after=" + second).ids()).hasSize(1);
    assertThat(shop.caller().get("/orders?before=" + second).ids()).isEmpty();
    assertThat(shop.caller().get("/orders?after=" + second).ids()).hasSize(1);
  }

  @Test
  @DisplayName("3.2 the recorded experiments on dates come out the same")
  void the_recorded_experiments_on_dates_come_out_the_same() {
    var shop = shops.open(Store.us().withHistory());
    var experiments = Recording.of("us/orders-pages/date-filter-experiments").path("results");
    var known = new HashSet<>(shop.caller().get("/orders?per_page=100&orderby=id").ids());
    var compared = 0;
    for (var experiment : experiments) {
      if (experiment.path("status").asInt() != 200) {
        continue;
      }
      var recorded = ids(experiment);
      // The shop lived on after the experiments: only orders of before count, unchanged since.
      recorded.retainAll(known);
      var answered = shop.caller().get("/orders?per_page=100&" + query(experiment)).ids();
      answered.removeIf(id -> id > 100);
      assertThat(answered)
          .as(experiment.path("params").toString())
          .containsExactlyInAnyOrderElementsOf(recorded);
      compared++;
    }
    assertThat(compared).isGreaterThanOrEqualTo(10);
  }

  private static List<Integer> ids(JsonNode experiment) {
    var ids = new ArrayList<Integer>();
    experiment.path("ids").forEach(id -> ids.add(id.asInt()));
    return ids;
  }

  private static String query(JsonNode experiment) {
    var query = new ArrayList<String>();
    experiment
        .path("params")
        .fields()
        .forEachRemaining(
            p ->
                query.add(
                    p.getKey()
                        + "="
                        + URLEncoder.encode(p.getValue().asText(), StandardCharsets.UTF_8)));
    return String.join("&", query);
  }

  @Test
  @DisplayName("3.2 local dates stay as local as they were when the merchant moves")
  void local_dates_stay_as_local_as_they_were_when_the_merchant_moves() {
    var shop = shops.open(Store.us());
    var before = shop.shop.sells(anOrder().of("TSHIRT-01"));
    shop.shop.movesTo(ZoneId.of("Asia/Tokyo"));
    var after = shop.shop.sells(anOrder().of("TSHIRT-01"));

    var old = shop.caller().get("/orders/" + before).json();
    var young = shop.caller().get("/orders/" + after).json();

    assertThat(old.path("date_created").asText()).isEqualTo("2026-11-22T07:00:00");
    assertThat(young.path("date_created").asText()).isEqualTo("2026-11-22T21:00:00");
    assertThat(old.path("date_created_gmt")).isEqualTo(young.path("date_created_gmt"));
  }

  @Test
  @DisplayName("3.3 the Date header tells the shop's own clock")
  void the_date_header_tells_the_shops_own_clock() {
    assertThat(shops.open(Store.us()).caller().get("/orders").header("Date"))
        .isEqualTo("Sun, 22 Nov 2026 12:00:00 GMT");
  }
}
