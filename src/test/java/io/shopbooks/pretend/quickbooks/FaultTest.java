package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FaultTest {

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private Wire.Reply sell() {
    return wire.post("salesreceipt", receipt(""));
  }

  private void assertBroken() {
    assertThatThrownBy(this::sell).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void a_lost_request_changes_nothing() {
    wire.quickBooks.order(Fault.loseRequest().on("POST", "/salesreceipt"));
    assertBroken();
    assertThat(wire.company.documents()).isEmpty();
    assertThat(sell().status()).isEqualTo(200);
  }

  @Test
  void a_lost_answer_leaves_the_document() {
    wire.quickBooks.order(Fault.loseAnswer().entity("SalesReceipt"));
    assertBroken();
    assertThat(wire.company.documents()).hasSize(1);
  }

  @Test
  void half_an_answer_leaves_the_document() {
    wire.quickBooks.order(Fault.loseHalfAnswer());
    assertThatThrownBy(this::sell).hasMessageContaining("bytes received");
    assertThat(wire.company.documents()).hasSize(1);
  }

  @Test
  void only_the_first_items_of_a_batch_are_committed() {
    wire.quickBooks.order(Fault.commitFirst(2).on("POST", "/batch"));
    var batch =
        BatchTest.batch(
            BatchTest.create("a", receipt("\"DocNumber\":\"1\",")),
            BatchTest.create("b", receipt("\"DocNumber\":\"2\",")),
            BatchTest.create("c", receipt("\"DocNumber\":\"3\",")));
    assertThatThrownBy(() -> wire.post("batch", batch)).isInstanceOf(UncheckedIOException.class);
    assertThat(wire.company.documents())
        .extracting(PretendDocument::number)
        .containsExactly("1", "2");
  }

  @Test
  void a_batch_that_died_half_way_is_carried_out_again_under_its_id() {
    wire.quickBooks.order(Fault.commitFirst(1).on("POST", "/batch"));
    var batch =
        BatchTest.batch(BatchTest.create("a", receipt("")), BatchTest.create("b", receipt("")));
    assertThatThrownBy(() -> wire.post("batch?requestid=r1", batch))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(wire.post("batch?requestid=r1", batch).status()).isEqualTo(200);
    assertThat(wire.company.documents()).as("one of them twice").hasSize(3);
  }

  @Test
  @DisplayName("9.1 every code of the table in every shape")
  void every_code_comes_in_every_shape() {
    for (var code :
        List.of("120", "500", "610", "1040", "5010", "6000", "6190", "6480", "10000", "10200")) {
      for (var shape : FaultShape.values()) {
        wire.quickBooks.order(Fault.code(Codes.status(code), code, shape));
        var reply = sell();
        assertThat(reply.status()).isEqualTo(Codes.status(code));
        assertThat(reply.body())
            .contains(
                shape == FaultShape.GATEWAY_XML_ERRORS ? Codes.message(code).split("'")[0] : code);
      }
    }
    assertThat(wire.company.documents()).isEmpty();
    assertThatThrownBy(() -> Fault.code(400, "4711", FaultShape.BUSINESS))
        .hasMessageContaining("4711");
  }

  @Test
  void gateways_in_trouble_answer_pages() {
    for (int status : List.of(500, 503, 504)) {
      wire.quickBooks.order(Fault.html(status));
      var reply = sell();
      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    }
    wire.quickBooks.order(Fault.html(504).afterCommitting());
    assertThat(sell().status()).isEqualTo(504);
    assertThat(wire.company.documents()).hasSize(1);
  }

  @Test
  void throttling_and_maintenance_can_be_ordered() {
    wire.quickBooks.order(Fault.throttled(FaultShape.GATEWAY_XML));
    assertThat(sell().status()).isEqualTo(429);
    wire.quickBooks.order(Fault.maintenance());
    var reply = sell();
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("150");
  }

  @Test
  void an_expired_token_stays_expired() {
    wire.quickBooks.order(Fault.expiredToken().on("POST", ""));
    assertThat(sell().status()).isEqualTo(401);
    assertThat(sell().status()).isEqualTo(401);
    wire.use(wire.quickBooks.signIn("app", Wire.REALM).accessToken());
    assertThat(sell().status()).isEqualTo(200);
  }

  @Test
  void one_item_of_a_batch_can_fail() {
    var batch =
        BatchTest.batch(BatchTest.create("a", receipt("")), BatchTest.create("b", receipt("")));
    wire.quickBooks.order(Fault.failItem("b", "10000"));
    var reply = wire.post("batch", batch);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().findValuesAsText("code")).containsExactly("10000");
    assertThat(wire.company.documents()).hasSize(1);
    wire.quickBooks.order(Fault.failItem("SalesReceipt", "6000").entity("SalesReceipt"));
    assertThat(wire.post("batch", batch).json().findValuesAsText("code"))
        .containsExactly("6000", "6000");
  }

  @Test
  void a_slow_request_waits_for_its_latch() throws InterruptedException {
    var before = new CountDownLatch(1);
    var slow = wire.quickBooks.order(Fault.slow(before));
    var reply = CompletableFuture.supplyAsync(this::sell);
    assertThat(slow.awaitStrike(Duration.ofSeconds(10))).isTrue();
    assertThat(wire.company.documents()).isEmpty();
    before.countDown();
    assertThat(reply.join().status()).isEqualTo(200);
  }

  @Test
  void a_slow_request_waits_for_the_clock() throws InterruptedException {
    var slow = wire.quickBooks.order(Fault.slow(Duration.ofMinutes(1)));
    var reply = CompletableFuture.supplyAsync(this::sell);
    assertThat(slow.awaitStrike(Duration.ofSeconds(10))).isTrue();
    wire.clock.move(Duration.ofMinutes(2));
    assertThat(reply.join().status()).isEqualTo(200);
  }

  @Test
  void only_the_matching_request_in_turn_is_struck() {
    wire.quickBooks.order(Fault.html(503).on("POST", "/salesreceipt").nth(2).times(2));
    assertThat(wire.get("preferences").status()).isEqualTo(200);
    assertThat(List.of(sell().status(), sell().status(), sell().status(), sell().status()))
        .containsExactly(200, 503, 503, 200);
    wire.quickBooks.order(Fault.html(503).entity("Invoice"));
    assertThat(sell().status()).isEqualTo(200);
    wire.quickBooks.clearFaults();
    assertThat(wire.post("invoice", Requests.invoice("", Requests.line("1", ""))).status())
        .isEqualTo(200);
  }

  @Test
  void a_probable_fault_repeats_with_its_seed() {
    var first = play(7);
    assertThat(play(7)).isEqualTo(first);
    assertThat(first).contains(200, 503);
  }

  private List<Integer> play(long seed) {
    wire.quickBooks.clearFaults();
    wire.quickBooks.order(Fault.html(503).withProbability(0.5, seed));
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < 20; i++) {
      statuses.add(wire.get("preferences").status());
    }
    return statuses;
  }

  @Test
  void another_process_orders_faults_by_http() {
    var order =
        "{\"effect\":\"code\",\"code\":\"6000\",\"method\":\"POST\",\"path\":\"salesreceipt\",\"nth\":2}";
    assertThat(
            wire.call("POST", wire.address("/pretend/fault"), "application/json", order).status())
        .isEqualTo(201);
    assertThat(sell().status()).isEqualTo(200);
    assertThat(sell().code()).isEqualTo("6000");
    for (var effect :
        List.of(
            "lose-request",
            "lose-answer",
            "lose-half-answer",
            "commit-first",
            "html",
            "slow",
            "expired-token")) {
      var body = "{\"effect\":\"" + effect + "\",\"entity\":\"Deposit\",\"probability\":1}";
      assertThat(
              wire.call("POST", wire.address("/pretend/fault"), "application/json", body).status())
          .isEqualTo(201);
    }
    assertThat(
            wire.call(
                    "POST",
                    wire.address("/pretend/fault"),
                    "application/json",
                    "{\"effect\":\"fire\"}")
                .status())
        .isEqualTo(400);
    assertThat(wire.call("DELETE", wire.address("/pretend/fault"), null, null).status())
        .isEqualTo(200);
  }
}
