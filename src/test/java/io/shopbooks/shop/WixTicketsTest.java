package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which tickets the cashier has to tell of. */
class WixTicketsTest {

  @Test
  void tickets_that_gift_cards_paid_whole_need_no_row_of_the_cashier() throws Exception {
    assertThat(needRow("")).isTrue();
    assertThat(needRow(card("32.49", false))).isTrue();
    assertThat(needRow(card("32.50", false))).isFalse();
    assertThat(needRow(card("30", false) + "," + card("2.50", false))).isFalse();
    assertThat(needRow(card("30", false) + "," + card("2.50", true))).isTrue();
    assertThat(needRow(card("32.50", true))).as("reversed since: nothing is to come").isFalse();
  }

  private static String card(String amount, boolean voided) {
    return "{\"amount\":{\"value\":\"%s\"},\"voided\":%s}".formatted(amount, voided);
  }

  private static boolean needRow(String cards) throws Exception {
    return WixTickets.needRow(
        Json.read(
            """
            {"status":"PAID","channel":"ONLINE","totalPrice":{"amount":"32.50"},
             "giftCardPaymentDetails":[%s]}
            """
                .formatted(cards)));
  }
}
