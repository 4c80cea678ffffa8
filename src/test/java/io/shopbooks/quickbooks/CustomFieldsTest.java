package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.Ref;
import org.junit.jupiter.api.Test;

/** Custom fields are defined in two lists of the preferences, in no order. */
class CustomFieldsTest {

  private static final String PREFERENCES =
      """
      {"SalesFormsPrefs": {"CustomField": [
        {"CustomField": [
          {"BooleanValue": false, "Type": "BooleanType", "Name": "SalesFormsPrefs.UseSalesCustom3"},
          {"BooleanValue": true, "Type": "BooleanType", "Name": "SalesFormsPrefs.UseSalesCustom2"}]},
        {"CustomField": [
          {"StringValue": "Crew #", "Type": "StringType", "Name": "SalesFormsPrefs.SalesCustomName3"},
          {"StringValue": "Gift message", "Type": "StringType", "Name": "SalesFormsPrefs.SalesCustomName2"}]}
      ]}}
      """;

  @Test
  void the_place_of_a_label_is_its_definition() throws Exception {
    assertThat(CustomFields.definition(preferences(), "gift message"))
        .contains(new Ref("2", "Gift message"));
  }

  @Test
  void a_field_that_is_switched_off_or_unknown_is_none() throws Exception {
    assertThat(CustomFields.definition(preferences(), "Crew #")).isEmpty();
    assertThat(CustomFields.definition(preferences(), "Colour")).isEmpty();
  }

  private static JsonNode preferences() throws Exception {
    return QuickBooks.JSON.readTree(PREFERENCES);
  }
}
