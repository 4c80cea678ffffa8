package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Choices;
import io.shopbooks.books.Choices.SaleDocument;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpellingsOfValuesTest {

  @TempDir Path temp;
  private AFolder folder;

  @BeforeEach
  void aFolder() {
    folder = new AFolder(temp);
  }

  @Test
  void words_of_yaml_1_1_and_dates_are_texts() {
    var connection =
        folder.connection(
            AFolder.LEAST
                + """
                report: { at: 08:30 }
                sales:
                  class: yes
                  rounding-tolerance: 0.050
                  document:
                    - { when: { country: NO, gateway: on, total: ">= 50 < 500.50" }, then: invoice }
                """);

    var sales = connection.choices().sales();
    assertThat(connection.report().at()).isEqualTo(LocalTime.of(8, 30));
    assertThat(sales.className()).contains("yes");
    assertThat(sales.roundingTolerance()).contains(new BigDecimal("0.050"));
    assertThat(sales.document())
        .containsExactly(
            new Choices.DocumentRule(
                Set.of(),
                Set.of("on"),
                Set.of(),
                Set.of("NO"),
                Set.of(),
                Optional.of(new BigDecimal("50")),
                Optional.of(new BigDecimal("500.50")),
                SaleDocument.INVOICE));
  }

  @Test
  void one_value_and_a_list_of_values_are_both_conditions() {
    var connection =
        folder.connection(
            AFolder.LEAST
                + """
                sales:
                  document:
                    - { when: { status: [processing, shipped], currency: EUR }, then: invoice }
                """);

    var rule = connection.choices().sales().document().get(0);
    assertThat(rule.status()).containsExactly("processing", "shipped");
    assertThat(rule.currency()).containsExactly("EUR");
  }

  @Test
  void the_shop_has_one_address_however_it_is_spelt() {
    var spelt =
        folder.connection(
            AFolder.LEAST.replace("https://shop.example", "HTTPS://www.Shop.example/store//"));

    assertThat(spelt.shop().woocommerce().orElseThrow().url())
        .hasToString("https://www.Shop.example/store");
    assertThat(spelt.shopId().value()).isEqualTo("shop.example/store");
  }
}
