package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Custom fields never keep a sale from the books, and lose nothing. */
class CustomFieldsTest {

  private static final String WISH = "Happy birthday, and many happy returns of the day!";

  private final FakeCompany company = FakeCompany.american();

  @Test
  void a_field_takes_its_value_from_the_orders_meta_data() {
    assertThat(fields("Happy birthday", company).values())
        .containsExactly(java.util.Map.entry("Gift message", "Happy birthday"));
    assertThat(fields("Happy birthday", company).remarks()).isEmpty();
  }

  @Test
  void an_order_without_it_has_none() {
    assertThat(fields(" ", company).values()).isEmpty();
  }

  @Test
  void what_is_too_long_is_cut_in_the_field_and_whole_in_the_memo() {
    assertThat(fields(WISH, company).values().get("Gift message")).hasSize(31);
    assertThat(fields(WISH, company).remarks()).containsExactly("Gift message: " + WISH);
  }

  @Test
  void what_the_company_has_no_field_for_stands_in_the_memo() {
    var fields = fields("Happy birthday", company.without("Gift message"));

    assertThat(fields.values()).isEmpty();
    assertThat(fields.remarks()).containsExactly("Gift message: Happy birthday");
  }

  private static CustomFields fields(String value, FakeCompany company) {
    return CustomFields.of(
        aSale().of("Mug", "10.00").meta("_gift_message", value).sale(),
        choices().customField("Gift message", "meta:_gift_message").chosen(),
        company);
  }
}
