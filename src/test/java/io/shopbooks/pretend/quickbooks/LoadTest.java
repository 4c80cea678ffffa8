package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {

  @TempDir Path folder;

  @Test
  void ten_thousand_receipts_can_be_made_and_found() {
    try (var wire = Wire.keptIn(folder, Region.US)) {
      long start = System.nanoTime();
      for (int i = 0; i < 400; i++) {
        var items = IntStream.range(i * 25, i * 25 + 25).mapToObj(LoadTest::sale);
        wire.post("batch?requestid=r" + i, BatchTest.batch(items.toArray(String[]::new)));
      }
      long made = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        var found =
            wire.query(
                "select * from SalesReceipt where DocNumber = 'WC-%d' startposition 1 maxresults 5"
                    .formatted(i * 97));
        assertThat(found.json().at("/QueryResponse/SalesReceipt")).hasSize(1);
      }
      long found = System.nanoTime();
      System.out.printf(
          "10,000 receipts made in 400 batches in %s, 100 queries by number in %s%n",
          Duration.ofNanos(made - start), Duration.ofNanos(found - made));
      assertThat(wire.balance("Stripe clearing")).isEqualByComparingTo("123400");
    }
    long start = System.nanoTime();
    try (var wire = Wire.keptIn(folder, Region.US)) {
      assertThat(wire.company.documents()).hasSize(10_000);
      System.out.printf("restored in %s%n", Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static String sale(int number) {
    var body = receipt("\"DocNumber\":\"WC-%d\",".formatted(number), line("12.34", ""));
    return BatchTest.create("b" + number, body);
  }
}
