package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The line of JSON that machines read (DESIGN 6). */
@RoomTest
class RunReportJsonTest {

  @Autowired private Acme acme;
  @Autowired private Reports reports;

  @BeforeEach
  void open() {
    acme.opens(AConnection.usual());
  }

  @Test
  void a_report_is_one_line_with_amounts_as_text() {
    var run =
        acme.syncs(
            AnOrder.of(1041, "28.280000").refunded(90, "8.00"),
            AnOrder.of(1042, "1000").in("JPY").paidBy("gift"),
            AnOrder.of(1043, "3.00").unpaid());

    assertThat(reports.of(acme.connection(), run).toJson())
        .isEqualTo(
            """
            {"connection":"acme","received":3,"posted":1,"updated":0,"skipped":1,"held":1,\
            "doubtful":0,"documents":[\
            {"order":"1041","kind":"sales-receipt","number":"Wio1041","total":"28.28",\
            "currency":"USD","state":"posted","quickbooksId":"181","reason":""},\
            {"order":"1041","kind":"refund-receipt","number":"Wio1041-R1","total":"8.00",\
            "currency":"USD","state":"posted","quickbooksId":"182","reason":""},\
            {"order":"1042","kind":"order","number":"","total":"1000",\
            "currency":"JPY","state":"held","quickbooksId":"","reason":"no-payment-rule"}],\
            "totals":[\
            {"currency":"JPY","shop":"1000","books":"0","explained":"1000","unexplained":"0"},\
            {"currency":"USD","shop":"20.28","books":"20.28","explained":"0.00",\
            "unexplained":"0.00"}]}""");
  }

  @Test
  void a_sync_without_news_is_a_line_too() {
    assertThat(reports.of(acme.connection(), acme.syncs()).toJson())
        .isEqualTo(
            """
            {"connection":"acme","received":0,"posted":0,"updated":0,"skipped":0,"held":0,\
            "doubtful":0,"documents":[],"totals":[]}""");
  }
}
