package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QueryTest {

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private Stream<String> numbers(String statement) {
    var found = wire.query(statement).json().at("/QueryResponse/SalesReceipt");
    return StreamSupport.stream(found.spliterator(), false).map(f -> f.path("DocNumber").asText());
  }

  private void sell(int count) {
    for (int i = 1; i <= count; i++) {
      wire.made(
          "salesreceipt",
          receipt("\"DocNumber\":\"WC-%d\",".formatted(i), Requests.line(String.valueOf(i), "")));
    }
  }

  @Test
  @DisplayName("2.6 nothing found is an empty response, the array is absent")
  void nothing_found_is_an_empty_response() {
    assertThat(wire.query("select * from Invoice").json().path("QueryResponse").toString())
        .isEqualTo("{}");
    assertThat(
            wire.query("select count(*) from Invoice")
                .json()
                .at("/QueryResponse/totalCount")
                .asInt())
        .isZero();
  }

  @Test
  @DisplayName("3 conditions, order and page work together")
  void conditions_order_and_page() {
    sell(12);
    assertThat(numbers("select * from SalesReceipt where TotalAmt > '9' orderby TotalAmt desc"))
        .containsExactly("WC-12", "WC-11", "WC-10");
    assertThat(numbers("select * from SalesReceipt where TotalAmt >= 2 and TotalAmt < 4"))
        .containsExactly("WC-2", "WC-3");
    assertThat(numbers("select * from SalesReceipt where DocNumber in ('WC-3','WC-5','WC-99')"))
        .containsExactly("WC-3", "WC-5");
    assertThat(
            numbers(
                "select * from SalesReceipt where DocNumber like '%-1%' order by Id asc startposition 2 maxresults 2"))
        .containsExactly("WC-10", "WC-11");
    assertThat(
            numbers(
                "select * from SalesReceipt where Id > '9' and CustomerRef = '<Customer WooCommerce>'"))
        .hasSize(3);
    assertThat(
            numbers(
                "SELECT * FROM SalesReceipt WHERE TxnDate = '2026-03-10' STARTPOSITION 13 MAXRESULTS 5"))
        .isEmpty();
    var page =
        wire.query("select * from SalesReceipt startposition 11 maxresults 5")
            .json()
            .path("QueryResponse");
    assertThat(page.path("startPosition").asInt()).isEqualTo(11);
    assertThat(page.path("maxResults").asInt()).isEqualTo(2);
  }

  @Test
  @DisplayName("14 without MAXRESULTS a hundred rows come")
  void a_hundred_rows_come_by_default() {
    sell(101);
    assertThat(numbers("select * from SalesReceipt")).hasSize(100);
    assertThat(numbers("select * from SalesReceipt maxresults 1000")).hasSize(101);
    assertThat(wire.query("select count(*) from SalesReceipt").text("/QueryResponse/totalCount"))
        .isEqualTo("101");
  }

  @Test
  @DisplayName("3 LIKE knows only the percent sign")
  void like_knows_only_percent() {
    wire.company.lists().addItem("A_1", "s1");
    wire.company.lists().addItem("AB1", "s2");
    assertThat(
            wire.query("select * from Item where Name like 'A_1'").json().at("/QueryResponse/Item"))
        .hasSize(1);
    assertThat(
            wire.query("select * from Item where Name like 'a%1'").json().at("/QueryResponse/Item"))
        .hasSize(2);
  }

  @Test
  @DisplayName("3 inactive objects are left out unless Active is asked for")
  void inactive_objects_are_left_out() {
    wire.company.lists().inactivate("Item", "Tip");
    assertThat(wire.query("select * from Item where Name = 'Tip'").json().path("QueryResponse"))
        .isEmpty();
    assertThat(
            wire.query("select * from Item where Active = false").json().at("/QueryResponse/Item"))
        .hasSize(1);
    assertThat(
            wire.query("select * from Item where Name = 'Tip' and Active in (true, false)")
                .json()
                .at("/QueryResponse/Item"))
        .hasSize(1);
  }

  @Test
  @DisplayName("3 what was changed since can be asked for")
  void changes_since_can_be_asked_for() {
    sell(1);
    wire.later(Duration.ofHours(1));
    wire.made("salesreceipt", receipt("\"DocNumber\":\"later\","));
    assertThat(
            numbers(
                "select * from SalesReceipt where Metadata.LastUpdatedTime > '2026-03-10T10:30:00-07:00'"))
        .containsExactly("later");
    assertThat(
            numbers(
                "select * from SalesReceipt where MetaData.CreateTime < '2026-03-10T17:30:00Z' orderby MetaData.CreateTime"))
        .containsExactly("WC-1");
  }

  @Test
  @DisplayName("3 e-mail addresses compare as plain text, balances as amounts")
  void customers_can_be_found() {
    wire.made(
        "customer",
        "{\"DisplayName\":\"Zoë O'Neil\",\"PrimaryEmailAddr\":{\"Address\":\"zoe@example.com\"}}");
    assertThat(
            wire.query("select * from Customer where PrimaryEmailAddr = 'zoe@example.com'")
                .text("/QueryResponse/Customer/0/DisplayName"))
        .isEqualTo("Zoë O'Neil");
    assertThat(
            wire.query("select * from Customer where DisplayName = 'Zoë O\\'Neil'")
                .json()
                .at("/QueryResponse/Customer"))
        .hasSize(1);
    wire.made("invoice", Requests.invoice("", Requests.line("9", "")));
    assertThat(
            wire.query("select * from Customer where Balance > '0'")
                .text("/QueryResponse/Customer/0/DisplayName"))
        .isEqualTo("WooCommerce");
  }

  @Test
  @DisplayName("3 a query may be posted as application/text")
  void a_query_may_be_posted() {
    var statement =
        "select * from Account where AccountType='Other Current Asset' and AccountSubType='UndepositedFunds'";
    var posted =
        wire.call("POST", wire.api("query?minorversion=75"), "application/text", statement);
    assertThat(posted.text("/QueryResponse/Account/0/Name")).isEqualTo("Undeposited Funds");
    assertThat(wire.call("POST", wire.api("query"), "application/json", statement).code())
        .isEqualTo("500");
  }

  @Test
  @DisplayName("6.1 company, preferences and tax lists can be read")
  void settings_can_be_read() {
    assertThat(wire.get("companyinfo/" + Wire.REALM).text("/CompanyInfo/Country")).isEqualTo("US");
    assertThat(wire.get("companyinfo/1234").code()).isEqualTo("610");
    assertThat(
            wire.query("select * from CompanyInfo")
                .text("/QueryResponse/CompanyInfo/0/SubscriptionStatus"))
        .isEqualTo("SUBSCRIBED");
    assertThat(
            wire.query("select * from Preferences")
                .json()
                .at("/QueryResponse/Preferences/0/TaxPrefs/UsingSalesTax")
                .asBoolean())
        .isTrue();
    assertThat(
            wire.query("select * from TaxCode where Name = 'California'")
                .json()
                .at("/QueryResponse/TaxCode/0/SalesTaxRateList/TaxRateDetail"))
        .hasSize(1);
    assertThat(wire.query("select * from TaxRate").json().at("/QueryResponse/TaxRate")).hasSize(9);
    assertThat(wire.query("select * from Counter").code()).isEqualTo("4001");
  }
}
