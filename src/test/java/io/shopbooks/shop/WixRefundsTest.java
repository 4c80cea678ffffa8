package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger's list of refunds and the mapping's tell the same. */
class WixRefundsTest {

  private static final Path EXAMPLES = Path.of("mappings/examples/wix");

  @Test
  void the_list_beside_each_order_is_what_the_mapping_makes_of_it() throws IOException {
    var told = new ArrayList<String>();
    try (var folders = Files.list(EXAMPLES)) {
      for (var folder : folders.sorted().filter(WixRefundsTest::isRead).toList()) {
        var sale = WixSale.of(Json.MAPPER.readTree(folder.resolve("order.json").toFile()));
        var mapped = Json.MAPPER.readTree(folder.resolve("sale.json").toFile());
        var beside = refunds(WixRefunds.of(sale), "credited");

        assertThat(beside).as(folder.toString()).isEqualTo(refunds(mapped.path("refunds"), ""));
        told.addAll(beside);
      }
    }
    assertThat(told).hasSizeGreaterThan(8);
  }

  /** Of an order that cannot be read there is no sale. */
  private static boolean isRead(Path folder) {
    return Files.exists(folder.resolve("sale.json"));
  }

  /** Each as one text: "id, money, what went to gift cards, whether untold". */
  private static List<String> refunds(JsonNode list, String credited) {
    var refunds = new ArrayList<String>();
    for (var refund : list) {
      var beside =
          credited.isEmpty()
              ? refund.path("credits").path(0).path("total").asText("-0").substring(1)
              : refund.path(credited).asText("0");
      refunds.add(
          "%s, %s, %s, %s"
              .formatted(
                  refund.path("id").asText(),
                  plain(refund.path("amount").asText("0")),
                  plain(beside),
                  refund.path("untold").asBoolean()));
    }
    return refunds.stream().sorted().toList();
  }

  private static String plain(String amount) {
    return new BigDecimal(amount).stripTrailingZeros().toPlainString();
  }
}
