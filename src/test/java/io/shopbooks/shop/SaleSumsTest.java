package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a mapping of Wix names and Shopbooks calculates. */
class SaleSumsTest {

  @Test
  void prices_become_lines_and_a_discount_comes_off_them() throws Exception {
    var sale =
        completed(
            """
            {"currency":"USD","total":"29.97","lines":[
              {"price":9.99,"quantity":2,"discount":"0.01"},{"price":"10.00","quantity":"1"}]}
            """);

    assertThat(at(sale, "/lines/0/subtotal")).isEqualTo("19.98");
    assertThat(at(sale, "/lines/0/total")).isEqualTo("19.97");
    assertThat(at(sale, "/lines/1/total")).isEqualTo("10.00");
    assertThat(sale.at("/lines/0").has("price")).isFalse();
  }

  @Test
  void the_line_without_a_price_is_what_the_total_leaves() throws Exception {
    var sale =
        completed(
            """
            {"currency":"USD","total":33.5,"lines":[{"quantity":3}],
             "fees":[{"total":1.0}],"shipping":[{"total":"5.00"}],"tax":{"rate":"t","amount":2.5}}
            """);

    assertThat(amount(sale, "/lines/0/total")).isEqualByComparingTo("25.00");
    assertThat(amount(sale, "/lines/0/tax")).isEqualByComparingTo("2.5");
  }

  @Test
  void what_a_membership_paid_comes_off_its_line_which_leaves_with_its_tax_if_that_was_all()
      throws Exception {
    var sale =
        completed(
            """
            {"currency":"USD","totalBeforeCredits":"61.78","totalTax":"1.78","prepaid":"5.00",
             "lines":[{"id":"a","total":"20.00","tax":"1.78","prepaid":"21.78"},
               {"id":"b","total":"40.00","tax":"0","prepaid":"20.00","discount":"2.00"}]}
            """);

    assertThat(at(sale, "/total")).as("and what names no line").isEqualTo("15.00");
    assertThat(at(sale, "/totalTax")).isEqualTo("0.00");
    assertThat(sale.path("lines")).hasSize(1);
    assertThat(at(sale, "/lines/0/total")).isEqualTo("20.00");
    assertThat(at(sale, "/lines/0/subtotal")).isEqualTo("22.00");
  }

  @Test
  void one_sum_of_tax_is_shared_by_the_lines_to_the_cent() throws Exception {
    var sale =
        completed(
            """
            {"currency":"USD","total":"31.00","tax":{"rate":"t","amount":"1.00","included":"auto"},
             "lines":[{"price":"10","quantity":1},{"price":"10","quantity":1},
               {"price":"10","quantity":1}]}
            """);

    assertThat(at(sale, "/lines/0/tax")).isEqualTo("0.34");
    assertThat(at(sale, "/lines/1/tax")).isEqualTo("0.33");
    assertThat(at(sale, "/lines/0/total")).as("the tax came on top").isEqualTo("10");
    assertThat(at(sale, "/totalTax")).isEqualTo("1.00");
  }

  @Test
  void prices_that_make_the_total_without_the_tax_contain_it() throws Exception {
    var sale =
        completed(
            """
            {"currency":"USD","total":"30.00","tax":{"rate":"t","amount":"3.00","included":"auto"},
             "lines":[{"price":"10","quantity":1},{"price":"20","quantity":1}]}
            """);

    assertThat(at(sale, "/lines/0/total")).isEqualTo("9.00");
    assertThat(at(sale, "/lines/1/total")).isEqualTo("18.00");
  }

  @Test
  void a_rate_of_nothing_that_took_tax_is_what_it_took() throws Exception {
    var sale =
        completed(
            """
            {"currency":"USD","total":"110.00","totalTax":"10.00",
             "rates":[{"id":"a","fraction":"0"},{"id":"b","fraction":"0.0725"}],
             "lines":[{"total":"100.00","subtotal":"100.00","quantity":1,"tax":"10.00",
               "taxes":[{"rate":"a","amount":"10.00"}]}]}
            """);

    assertThat(amount(sale, "/rates/0/percent")).isEqualByComparingTo("10");
    assertThat(amount(sale, "/rates/1/percent")).isEqualByComparingTo("7.25");
    assertThat(amount(sale, "/rates/0/goods")).isEqualByComparingTo("10.00");
  }

  @Test
  void gift_cards_leave_the_total_that_was_paid_in_money() throws Exception {
    var sale =
        completed(
            """
            {"currency":"USD","totalBeforeCredits":"30.00",
             "credits":[{"total":"-12.50"},{"total":"-0.01"}],
             "lines":[{"total":"30.00","subtotal":"30.00","quantity":1}]}
            """);

    assertThat(at(sale, "/total")).isEqualTo("17.49");
  }

  @Test
  void a_refund_of_the_rest_is_what_others_left_and_none_if_they_left_nothing() throws Exception {
    var sale =
        """
        {"currency":"USD","total":14.99,"refunds":[{"amount":Q},{"amount":"rest"}]}
        """;

    var some = completed(sale.replace("Q", "\"4.99\""));
    assertThat(at(some, "/refunds/1/amount")).isEqualTo("10.00");
    var all = completed(sale.replace("Q", "14.99"));
    assertThat(all.path("refunds")).hasSize(1);
  }

  @Test
  void countries_of_three_letters_become_those_of_two() throws Exception {
    var sale =
        completed(
            """
            {"currency":"USD","total":"0","buyer":{"billing":{"country":"CAN"},
             "shipping":{"country":"XXX"}}}
            """);

    assertThat(at(sale, "/buyer/billing/country")).isEqualTo("CA");
    assertThat(at(sale, "/buyer/shipping/country")).as("nobody knows it").isEqualTo("XXX");
  }

  @Test
  void an_amount_that_is_no_number_makes_its_order_unreadable_and_no_other() {
    assertThatThrownBy(
            () ->
                completed(
                    """
                    {"currency":"USD","total":"ten","lines":[{"quantity":1}]}
                    """))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("is no number");
  }

  @Test
  void texts_and_numbers_of_any_size_lose_no_cent() throws Exception {
    var seed = Long.getLong("seed", System.nanoTime());
    var random = new Random(seed);
    for (var round = 0; round < 2_000; round++) {
      var tax = new BigDecimal(random.nextInt(100_000)).movePointLeft(2);
      var first = new BigDecimal(random.nextLong(99_999_999_999_999L)).movePointLeft(2);
      var second = new BigDecimal(random.nextInt(9_999_999)).movePointLeft(2);
      var quantity = 1 + random.nextInt(9);
      var total = first.add(second.multiply(BigDecimal.valueOf(quantity))).add(tax);
      var quote = random.nextBoolean() ? "\"" : "";

      var sale =
          completed(
              """
              {"currency":"USD","total":Q%sQ,"tax":{"rate":"t","amount":Q%sQ,"included":"auto"},
               "lines":[{"price":Q%sQ,"quantity":1},{"price":Q%sQ,"quantity":%d}]}
              """
                  .formatted(total, tax, first, second, quantity)
                  .replace("Q", quote));

      var parts = new BigDecimal(0);
      for (var line : sale.path("lines")) {
        parts = parts.add(new BigDecimal(line.path("total").asText()));
        parts = parts.add(new BigDecimal(line.path("tax").asText()));
      }
      assertThat(parts).as("seed %d, round %d: %s", seed, round, sale).isEqualByComparingTo(total);
    }
  }

  private static JsonNode completed(String sale) throws Exception {
    return SaleSums.completed(Json.read(sale), "site/1");
  }

  private static String at(JsonNode sale, String pointer) {
    return sale.at(pointer).asText();
  }

  private static BigDecimal amount(JsonNode sale, String pointer) {
    return new BigDecimal(at(sale, pointer));
  }
}
