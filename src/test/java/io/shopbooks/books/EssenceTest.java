package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.sale.Sale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes in the shop a document follows, and which it does not. */
class EssenceTest {

  private record Change(String what, UnaryOperator<ASale> change) {

    @Override
    public String toString() {
      return what;
    }
  }

  static Change[] followed() {
    return new Change[] {
      new Change("one more line", sale -> sale.of("Lid", "3.00")),
      new Change("a fee", sale -> sale.fee("Gift wrap", "1.00")),
      new Change("more shipping", sale -> sale.shipping("4.00")),
      new Change("another total", sale -> sale.total("25.01")),
      new Change("other tax", sale -> sale.totalTax("2.01")),
      new Change("another way to pay", sale -> sale.paidBy("paypal"))
    };
  }

  static Change[] notFollowed() {
    return new Change[] {
      new Change("a renamed order", sale -> sale.numbered("2042")),
      new Change("an erased customer", sale -> sale.by("", "", "").email("")),
      new Change("another address", sale -> sale.from("FR")),
      new Change("a plugin's note", sale -> sale.meta("_note", "packed")),
      new Change("the next status", sale -> sale.status("completed"))
    };
  }

  @ParameterizedTest
  @MethodSource("followed")
  void money_tax_lines_quantities_and_the_way_to_pay_are_followed(Change change) {
    assertThat(essence(change.change().apply(order()).sale()))
        .isNotEqualTo(essence(order().sale()));
  }

  @ParameterizedTest
  @MethodSource("notFollowed")
  void everything_else_is_not(Change change) {
    assertThat(essence(change.change().apply(order()).sale())).isEqualTo(essence(order().sale()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "25.0", "25.000000"})
  void how_an_amount_is_written_makes_no_difference(String total) {
    assertThat(essence(order().total(total).sale()))
        .isEqualTo(essence(order().total("25.00").sale()));
  }

  @Test
  void what_the_connection_chooses_makes_no_difference() {
    var company = FakeCompany.american().code("Ohio", "9");
    var plain = new Booking(choices().usCode("Ohio"), company);
    var other = new Booking(choices().usCode("Ohio").prefix("Web").zone("Asia/Tokyo"), company);

    assertThat(other.receipt(order()).header()).isNotEqualTo(plain.receipt(order()).header());
    assertThat(other.receipt(order()).header().essence())
        .isEqualTo(plain.receipt(order()).header().essence());
  }

  private static ASale order() {
    return aSale().of("2", "Mug", "20.00").withTax("VAT", "10", "2.00").shipping("3.00");
  }

  private static String essence(Sale sale) {
    var key =
        new DocumentKey(
            ASale.SHOP, "9341452712345678", DocumentKind.SALES_RECEIPT, sale.key().id());
    return Essence.of(sale, key);
  }
}
