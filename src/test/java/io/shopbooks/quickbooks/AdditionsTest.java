package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.Company;
import io.shopbooks.books.Ref;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping may add to a document, and changes nothing of it. */
class AdditionsTest {

  private static final String OURS =
      """
      {"DocNumber":"W-1","PrivateNote":"Order 1\\nshopbooks:shop.example:invoice:1",
       "ShipAddr":{"Line1":"1 Main St"},"CustomField":[{"DefinitionId":"1","StringValue":"ours"}]}
      """;

  private final Company company =
      (Company)
          Proxy.newProxyInstance(
              Company.class.getClassLoader(),
              new Class<?>[] {Company.class},
              (proxy, method, arguments) ->
                  switch (arguments[0].toString()) {
                    case "Gift message" -> Optional.of(new Ref("1", "Gift message"));
                    case "Shop order" -> Optional.of(new Ref("2", "Shop order"));
                    default -> Optional.empty();
                  });

  @Test
  void fields_that_are_not_there_are_added() throws Exception {
    var json = with("{\"TrackingNum\":\"1Z\",\"CustomerMemo\":{\"value\":\"Thanks!\"}}");

    assertThat(json.path("TrackingNum").asText()).isEqualTo("1Z");
    assertThat(json.at("/CustomerMemo/value").asText()).isEqualTo("Thanks!");
  }

  @Test
  void what_the_books_wrote_wins_and_is_filled_up() throws Exception {
    var json = with("{\"ShipAddr\":{\"Line1\":\"elsewhere\",\"Line5\":\"Door code 7\"}}");

    assertThat(json.at("/ShipAddr/Line1").asText()).isEqualTo("1 Main St");
    assertThat(json.at("/ShipAddr/Line5").asText()).isEqualTo("Door code 7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"TotalAmt\":1}",
        "{\"Line\":[]}",
        "{\"TxnTaxDetail\":{\"TotalTax\":0}}",
        "{\"DepositToAccountRef\":{\"value\":\"1\"}}",
        "{\"CustomerRef\":{\"value\":\"1\"}}",
        "{\"DocNumber\":\"X\"}",
        "{\"CurrencyRef\":{\"value\":\"EUR\"}}"
      })
  void amounts_accounts_items_and_tax_cannot_be_added(String addition) throws Exception {
    assertThat(with(addition)).isEqualTo(QuickBooks.JSON.readTree(OURS));
  }

  @Test
  void a_memo_is_put_above_ours_and_never_pushes_the_marker_out() throws Exception {
    assertThat(with("{\"PrivateNote\":\"Fragile\"}").path("PrivateNote").asText())
        .isEqualTo("Fragile\nOrder 1\nshopbooks:shop.example:invoice:1");
    assertThat(with("{\"PrivateNote\":\"" + "x".repeat(5000) + "\"}").path("PrivateNote").asText())
        .hasSize(4000)
        .endsWith("\nshopbooks:shop.example:invoice:1");
  }

  @Test
  void a_custom_field_is_found_by_its_label_and_ours_wins() throws Exception {
    var json =
        with(
            """
            {"CustomField":[{"Name":"Gift message","StringValue":"theirs"},
              {"Name":"Shop order","StringValue":"77"},{"Name":"Nowhere","StringValue":"lost"}]}
            """);

    assertThat(json.path("CustomField")).hasSize(2);
    assertThat(json.at("/CustomField/0/StringValue").asText()).isEqualTo("ours");
    assertThat(json.at("/CustomField/1/DefinitionId").asText()).isEqualTo("2");
  }

  private ObjectNode with(String additions) throws Exception {
    var json = (ObjectNode) QuickBooks.JSON.readTree(OURS);
    Additions.into(json, additions, company);
    return json;
  }
}
