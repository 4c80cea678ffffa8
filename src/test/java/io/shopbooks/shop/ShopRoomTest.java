package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The room as Spring puts it together. */
class ShopRoomTest {

  private final ApplicationContextRunner spring =
      new ApplicationContextRunner()
          .withBean(Clock.class, Clock::systemUTC)
          .withUserConfiguration(ShopRoom.class, Shops.class, Mappings.class);

  @Test
  void the_room_opens_with_its_defaults() {
    spring.run(
        context -> {
          assertThat(context).hasNotFailed().hasBean("shops").hasBean("mappings");
          assertThat(context.getBean(Mappings.class).version()).hasSize(12);
          var settings = context.getBean(ShopSettings.class);
          assertThat(settings.overlap()).isEqualTo(Duration.ofMinutes(10));
          assertThat(settings.pageSize()).isEqualTo(100);
          assertThat(settings.attempts()).isEqualTo(5);
        });
  }

  @Test
  void settings_are_properties() {
    spring
        .withPropertyValues("shopbooks.shop.overlap=1h", "shopbooks.shop.largest-answer=64MB")
        .run(
            context -> {
              var settings = context.getBean(ShopSettings.class);
              assertThat(settings.overlap()).isEqualTo(Duration.ofHours(1));
              assertThat(settings.largestAnswer().toMegabytes()).isEqualTo(64);
            });
  }

  @Test
  void a_setting_out_of_range_stops_the_start_and_names_itself() {
    spring
        .withPropertyValues("shopbooks.shop.page-size=101")
        .run(
            context -> assertThat(context.getStartupFailure()).hasStackTraceContaining("pageSize"));
    spring
        .withPropertyValues("shopbooks.shop.read-timeout=0s")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasStackTraceContaining(
                        "shopbooks.shop.read-timeout is not above zero: PT0S"));
    assertThatThrownBy(() -> Settings.with(Map.of("overlap", "-1s")))
        .hasStackTraceContaining("shopbooks.shop.overlap is below zero");
  }

  @Test
  void mappings_lie_where_the_property_says_and_broken_ones_stop_the_start() {
    spring
        .withPropertyValues("shopbooks.mappings=src")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasRootCauseInstanceOf(BrokenMapping.class)
                    .rootCause()
                    .hasMessageStartingWith(
                        "src/woocommerce/order.jslt: This mapping is missing."));
  }
}
