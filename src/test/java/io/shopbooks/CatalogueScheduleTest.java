package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A catalogue is carried by the clock, where its connection says when. */
class CatalogueScheduleTest {

  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01", schedule: off }
      products: { create: all, schedule: "* * * * * ?" }
      taxes: { mode: mapped, us-code: New York City }
      """;

  @Test
  void a_catalogue_that_is_due_is_carried() {
    var world = World.of(Store.us(), Region.US, CHOICES).served();
    try (world) {
      world.with("run-due-products.cron", "* * * * * ?").application();

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(world.company.lists().all("Item"))
                      .anySatisfy(item -> assertThat(item).contains("HOODIE-RED-S")));
    }
  }
}
