package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Choices.CustomerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomersTest {

  /** first name, last name, company, e-mail, choice → the customer. */
  @ParameterizedTest
  @CsvSource({
    "Ada, Lovelace, '',    a@x.test, ORIGINAL,     Ada Lovelace",
    "Ada, Lovelace, ACME,  a@x.test, ORIGINAL,     Ada Lovelace",
    "Ada, Lovelace, ACME,  a@x.test, ORGANISATION, ACME",
    "Ada, Lovelace, '',    a@x.test, ORGANISATION, Ada Lovelace",
    "'',  '',       ACME,  a@x.test, ORIGINAL,     ACME",
    "'',  '',       '',    a@x.test, ORIGINAL,     a@x.test",
    "'',  '',       '',    '',       ORIGINAL,     Guest 1042",
    "Ada, Lovelace, ACME,  a@x.test, GENERIC,      Web shop"
  })
  void documents_are_in_the_name_the_connection_wants(
      String first, String last, String company, String email, CustomerKind kind, String name) {
    var sale = aSale().by(first, last, company).email(email);

    assertThat(customer(choices().customer(kind), sale, FakeCompany.american()).displayName())
        .isEqualTo(name);
  }

  @Test
  void signs_that_quickbooks_refuses_become_spaces() {
    var sale = aSale().by("Studio: Ada\t", "Love\nlace", "");

    var customer = customer(choices(), sale, FakeCompany.american());

    assertThat(customer.displayName()).isEqualTo("Studio Ada Love lace");
    assertThat(customer.givenName()).isEqualTo("Studio Ada");
  }

  @Test
  void names_of_any_script_stay_whole() {
    var sale = aSale().by("Łukasz", "Nguyễn 株式会社", "");

    assertThat(customer(choices(), sale, FakeCompany.american()).displayName())
        .isEqualTo("Łukasz Nguyễn 株式会社");
  }

  @Test
  void a_customer_has_one_currency_so_that_a_foreign_sale_has_its_own() {
    var euros = aSale().in("EUR");
    var company = FakeCompany.american().working("EUR");

    assertThat(customer(choices(), euros, company).displayName()).isEqualTo("Ada Lovelace (EUR)");
    var generic = choices().customer(CustomerKind.GENERIC);
    assertThat(customer(generic, euros, company).displayName()).isEqualTo("Web shop (EUR)");
  }

  @Test
  void a_long_name_is_cut_and_its_currency_is_not() {
    var sale = aSale().in("EUR").by("A".repeat(300), "", "");

    assertThat(customer(choices(), sale, FakeCompany.american().working("EUR")).displayName())
        .hasSize(100)
        .endsWith("A (EUR)");
  }

  private static Customer customer(SomeChoices choices, ASale sale, FakeCompany company) {
    return new Booking(choices, company).receipt(sale.of("Mug", "1.00")).header().customer();
  }
}
