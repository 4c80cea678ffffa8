package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.ledger.Span;
import io.shopbooks.report.RunReport.Counts;
import io.shopbooks.report.RunReport.Entry;
import io.shopbooks.sale.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The attached file, as spreadsheets open it. */
class DocumentFileTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

  @Test
  void no_text_of_a_shop_is_a_formula_or_breaks_its_cell() {
    var usd = Currency.getInstance("USD");
    var file =
        DocumentFile.of(
            report(
                entry("=HYPERLINK(\"http://evil\",\"x\")", "+1", Money.of("-12.50", usd)),
                entry("@cmd", "a,b\nc", Money.of("1234.5", usd))));

    assertThat(file.split("\r\n"))
        .containsExactly(
            "connection,order,kind,number,date,total,currency,state,quickbooks_id,reason",
            "acme,\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\",sales-receipt,'+1,2026-11-03,-12.50,USD,posted,7,",
            "acme,'@cmd,sales-receipt,\"a,b\nc\",2026-11-03,1234.50,USD,posted,7,");
  }

  private static Entry entry(String order, String number, Money total) {
    return new Entry(order, "sales-receipt", number, Optional.of(DAY), total, "posted", "7", "");
  }

  private static RunReport report(Entry... entries) {
    return new RunReport(
        "acme",
        new Span(Instant.EPOCH, Instant.EPOCH),
        Optional.empty(),
        new Counts(0, 0, 0, 0, 0, 0, 0, new TreeMap<>()),
        List.of(),
        List.of(entries),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
