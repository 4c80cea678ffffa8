package io.shopbooks.pretend.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries that are written wrong, each beside the right one. */
class QueryRefusalsTest {

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  static Stream<Arguments> refusals() {
    var good = "select * from Customer where DisplayName = 'Wix'";
    return Stream.of(
        Arguments.of(
            "3 a curly quote is a lexical error",
            "select * from Customer where DisplayName = 'Adam’s'",
            "4000",
            good),
        Arguments.of(
            "3 a long dash is a lexical error",
            "select * from Item where Name = 'A – B'",
            "4000",
            good),
        Arguments.of(
            "3 curly double quotes are a lexical error",
            "select * from Item where Name = '“A”'",
            "4000",
            good),
        Arguments.of(
            "3 doubling a quote does not escape it",
            "select * from Customer where DisplayName = 'Adam''s'",
            "4000",
            "select * from Customer where DisplayName = 'Adam\\'s'"),
        Arguments.of(
            "3 a text ends", "select * from Customer where DisplayName = 'Wix", "4000", good),
        Arguments.of(
            "3 there is no OR",
            "select * from Item where Name = 'a' or Name = 'b'",
            "4001",
            "select * from Item where Name in ('a', 'b')"),
        Arguments.of("3 there is no !=", "select * from Item where Name != 'a'", "4000", good),
        Arguments.of("3 there is no <>", "select * from Item where Name <> 'a'", "4000", good),
        Arguments.of("3 there is no IS NULL", "select * from Item where Sku is null", "4000", good),
        Arguments.of("3 there is no JOIN", "select * from Item, Customer", "4000", good),
        Arguments.of("3 there is no GROUP BY", "select * from Item group by Type", "4000", good),
        Arguments.of(
            "3 there are no projections",
            "select Id, Name from Item",
            "4000",
            "select * from Item"),
        Arguments.of(
            "3 there are no brackets", "select * from Item where (Name = 'a')", "4000", good),
        Arguments.of(
            "3 values of text stand in quotes",
            "select * from Item where Name = a",
            "4000",
            "select * from Item where Active = true"),
        Arguments.of(
            "3 one order only",
            "select * from Item orderby Name, Type",
            "4000",
            "select * from Item orderby Name"),
        Arguments.of("3 no semicolon", "select * from Item;", "4000", "select * from Item"),
        Arguments.of(
            "3 order before page",
            "select * from Item maxresults 5 orderby Name",
            "4000",
            "select * from Item orderby Name maxresults 5"),
        Arguments.of(
            "3 entity names have their case", "select * from item", "4001", "select * from Item"),
        Arguments.of(
            "3 the entity is known", "select * from Sale", "4001", "select * from SalesReceipt"),
        Arguments.of(
            "3 the property is known",
            "select * from Item where Colour = 'red'",
            "4001",
            "select * from Item where Type = 'Service'"),
        Arguments.of(
            "3 PrivateNote is not queryable",
            "select * from SalesReceipt where PrivateNote = 'x'",
            "4001",
            "select * from SalesReceipt where DocNumber = 'x'"),
        Arguments.of(
            "3 custom fields are not queryable",
            "select * from SalesReceipt where CustomField = 'x'",
            "4001",
            good),
        Arguments.of(
            "3 lines are not queryable",
            "select * from SalesReceipt where Line = 'x'",
            "4001",
            good),
        Arguments.of(
            "3 LinkedTxn is not queryable",
            "select * from Invoice where LinkedTxn = '1'",
            "4001",
            good),
        Arguments.of(
            "3 DocNumber of payments is not queryable",
            "select * from Payment where DocNumber = '1'",
            "4001",
            "select * from Payment where TxnDate = '2026-03-10'"),
        Arguments.of(
            "3 PaymentRefNum is not queryable",
            "select * from Payment where PaymentRefNum = '1'",
            "4001",
            "select * from Payment where TotalAmt > '1'"),
        Arguments.of(
            "3 AcctNum is not queryable",
            "select * from Account where AcctNum = '1'",
            "4001",
            "select * from Account where Classification = 'Asset'"),
        Arguments.of(
            "3 Sku is not sortable",
            "select * from Item orderby Sku",
            "4001",
            "select * from Item where Sku = 'x' orderby Name"),
        Arguments.of(
            "3 CustomerRef is not sortable",
            "select * from Invoice orderby CustomerRef",
            "4001",
            "select * from Invoice where CustomerRef = '1'"),
        Arguments.of(
            "3 at most 1000 rows",
            "select * from Item maxresults 1001",
            "4001",
            "select * from Item maxresults 1000"),
        Arguments.of(
            "3 positions count from 1",
            "select * from Item startposition 0",
            "4001",
            "select * from Item startposition 1"),
        Arguments.of(
            "3 dates are dates",
            "select * from Invoice where TxnDate > 'yesterday'",
            "4001",
            "select * from Invoice where TxnDate > '2026-03-09'"),
        Arguments.of(
            "3 amounts are amounts",
            "select * from Invoice where TotalAmt > 'much'",
            "4001",
            "select * from Invoice where TotalAmt > 300.00"),
        Arguments.of(
            "3 times are times",
            "select * from Invoice where Metadata.LastUpdatedTime > 'now'",
            "4001",
            "select * from Invoice where Metadata.LastUpdatedTime > '2026-03-09T00:00:00-08:00'"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void a_wrong_query_is_refused_and_the_right_one_beside_it_passes(
      String fact, String wrong, String code, String right) {
    var refused = wire.query(wrong);
    assertThat(refused.code()).as(refused.body()).isEqualTo(code);
    assertThat(refused.status()).isEqualTo(400);
    var passed = wire.query(right);
    assertThat(passed.status()).as(passed.body()).isEqualTo(200);
  }
}
