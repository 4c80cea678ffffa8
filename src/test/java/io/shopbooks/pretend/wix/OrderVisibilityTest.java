package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which eCommerce orders are seen, and since when (`wix.md` 2.2). */
class OrderVisibilityTest {

  private OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  private void reopen(WixSite settings) {
    site.close();
    site = OpenSite.of(settings);
  }

  /** Sells so many orders, a minute apart, and gives their ids, oldest first. */
  private List<String> sold(int count) {
    var ids = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      site.clock.moves(Duration.ofMinutes(1));
      ids.add(site.wix.sells(anOrder().of("Hat", "10").of("Shirt", "20")));
    }
    return ids;
  }

  private static List<String> ids(Reply reply) {
    return reply.list("orders", "id");
  }

  @Test
  @DisplayName("2.2 the newest order comes first without a sorting")
  void the_newest_order_comes_first() {
    var sold = sold(3);

    assertThat(ids(site.search("{}"))).containsExactly(sold.get(2), sold.get(1), sold.get(0));
  }

  @Test
  @DisplayName("2.2 INITIALIZED orders are never returned, not even when asked for")
  void initialized_orders_are_never_returned() {
    var left = site.wix.sells(anOrder().of("Hat", "10").unpaid());
    var asked = "{\"filter\":{\"status\":{\"$in\":[\"INITIALIZED\",\"APPROVED\"]}}}";

    assertThat(ids(site.search(asked))).isEmpty();
    assertThat(site.get("/ecom/v1/orders/" + left).status()).isEqualTo(404);
    site.wix.pays(left, NewPayment.online("creditCard"));
    assertThat(ids(site.search(asked))).containsExactly(left);
  }

  @Test
  @DisplayName("2.2 PENDING and REJECTED orders come only when asked for")
  void pending_and_rejected_orders_come_only_when_asked_for() {
    var pending = site.wix.sells(anOrder().of("Hat", "10").being("PENDING"));
    var rejected = site.wix.sells(anOrder().of("Hat", "10").being("REJECTED"));

    assertThat(ids(site.search("{}"))).isEmpty();
    assertThat(ids(site.search("{\"filter\":{\"status\":{\"$in\":[\"PENDING\",\"REJECTED\"]}}}")))
        .containsExactlyInAnyOrder(pending, rejected);
  }

  @Test
  @DisplayName("2.2 searches stay behind what was written, and getting by id does not")
  void searches_stay_behind_what_was_written() {
    reopen(WixSite.us().lagging(Duration.ofMinutes(2)));
    var id = sold(1).get(0);

    assertThat(ids(site.search("{}"))).isEmpty();
    assertThat(site.get("/ecom/v1/orders/" + id).status()).isEqualTo(200);
    site.clock.moves(Duration.ofMinutes(2));
    site.wix.cancels(id);

    assertThat(site.search("{}").list("orders", "status")).containsExactly("APPROVED");
    assertThat(site.get("/ecom/v1/orders/" + id).json().at("/order/status").asText())
        .isEqualTo("CANCELED");
  }

  @Test
  @DisplayName("2.2 an update moves updatedDate, so that a poll by it finds the order again")
  void an_update_moves_updated_date() {
    var id = sold(2).get(0);
    site.clock.moves(Duration.ofDays(1));
    var since = "{\"filter\":{\"updatedDate\":{\"$gte\":\"" + site.clock.instant() + "\"}}}";
    assertThat(ids(site.search(since))).isEmpty();

    site.wix.refunds(id, NewRefund.of("5"));

    assertThat(ids(site.search(since))).containsExactly(id);
  }
}
