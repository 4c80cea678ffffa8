package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
    wire.company.preferences().enforceLimits(true).throttleShape(FaultShape.GATEWAY_JSON);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private int ask() {
    return wire.get("preferences").status();
  }

  private int batch(int items) {
    var requests =
        IntStream.range(0, items)
            .mapToObj(i -> "{\"bId\":\"q" + i + "\",\"Query\":\"select * from Term\"}");
    return wire.post("batch", BatchTest.batch(requests.toArray(String[]::new))).status();
  }

  @Test
  @DisplayName("5 ten requests in a second, then 429")
  void ten_requests_in_a_second() {
    for (int i = 0; i < 10; i++) {
      assertThat(ask()).isEqualTo(200);
    }
    var refused = wire.get("preferences");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text("/fault/error/0/code")).isEqualTo("3001");
    wire.clock.move(Duration.ofSeconds(1));
    assertThat(ask()).isEqualTo(200);
    assertThat(wire.company.counters()).containsEntry("throttled", 1L);
  }

  @Test
  @DisplayName("5 five hundred requests in any minute, then 429")
  void five_hundred_requests_in_a_minute() {
    for (int i = 0; i < 500; i++) {
      assertThat(ask()).isEqualTo(200);
      wire.clock.move(Duration.ofMillis(100));
    }
    assertThat(ask()).isEqualTo(429);
    wire.clock.move(Duration.ofSeconds(10));
    assertThat(ask()).isEqualTo(200);
    assertThat(ask()).as("the count rolls: one left the window, one came").isEqualTo(429);
  }

  @Test
  @DisplayName("14 items of batches count singly, or a batch as one")
  void items_of_batches_may_count_singly() {
    for (int i = 0; i < 16; i++) {
      assertThat(batch(30)).isEqualTo(200);
      wire.clock.move(Duration.ofSeconds(1));
    }
    assertThat(batch(30)).isEqualTo(429);
    assertThat(batch(20)).isEqualTo(200);
    wire.company.preferences().assume(Assumption.BATCH_ITEMS_COUNT_SINGLY, false);
    wire.clock.move(Duration.ofMinutes(1));
    for (int i = 0; i < 40; i++) {
      assertThat(batch(30)).isEqualTo(200);
      wire.clock.move(Duration.ofSeconds(1));
    }
    assertThat(batch(1)).as("5: forty batches a minute").isEqualTo(429);
  }

  @Test
  @DisplayName("5 a 429 comes as XML, JSON or lower-case JSON")
  void a_429_has_three_shapes() {
    for (int i = 0; i < 10; i++) {
      ask();
    }
    wire.company.preferences().throttleShape(FaultShape.GATEWAY_XML);
    var xml = wire.get("preferences");
    assertThat(xml.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/xml");
    assertThat(xml.body())
        .contains(
            "<Error code=\"3001\"><Message>message=ThrottleExceeded; errorCode=003001; statusCode=429");
    wire.company.preferences().throttleShape(FaultShape.BUSINESS);
    assertThat(wire.get("preferences").code()).isEqualTo("3001");
  }

  @Test
  @DisplayName("5 after 120 seconds the gateway gives up, whatever was done")
  void after_two_minutes_the_gateway_gives_up() throws InterruptedException {
    var latch = new CountDownLatch(1);
    var slow = wire.quickBooks.order(Fault.slow(latch).on("POST", "/salesreceipt"));
    var late = CompletableFuture.supplyAsync(() -> wire.post("salesreceipt", receipt("")));
    assertThat(slow.awaitStrike(Duration.ofSeconds(10))).isTrue();
    wire.clock.move(Duration.ofSeconds(121));
    latch.countDown();
    assertThat(late.join().status()).isEqualTo(504);
    assertThat(wire.company.documents()).hasSize(1);
  }

  @Test
  @DisplayName("5 switched off, nothing is limited")
  void switched_off_nothing_is_limited() {
    wire.company.preferences().enforceLimits(false);
    for (int i = 0; i < 50; i++) {
      assertThat(ask()).isEqualTo(200);
    }
  }
}
