package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Customer;
import io.shopbooks.books.SalesForm;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.sale.Address;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buyers become customers of the company, each once (`quickbooks-online.md` 6.4). */
class CustomersTest {

  private final CountingHouse house = CountingHouse.shared();
  private Counter counter;
  private int sales;

  @BeforeEach
  void open() {
    counter = house.open(Region.US);
    counter.company.preferences().customNumbers(true);
  }

  @AfterEach
  void endFaults() {
    house.quickbooks.clearFaults();
  }

  private static Customer of(String name, String email, String town, String postcode) {
    var home = new Address("", "", "", "1 Main St", "", town, "NY", postcode, "US", "");
    return new Customer(name, false, "", "", "", email, "", home, Currency.getInstance("USD"));
  }

  private SalesForm sale(Customer buyer) {
    return Paper.of(counter.company, "sale-" + ++sales).to(buyer).receipt();
  }

  /** Posts a sale to each, and answers the customers' names as they stand in the books. */
  private List<String> sold(Customer... buyers) {
    var documents = Arrays.stream(buyers).map(this::sale).toList();
    documents.forEach(counter::plan);
    for (int syncs = 0; syncs < 3; syncs++) {
      assertThat(counter.bring()).isEmpty();
      house.time.await(Duration.ofMinutes(6));
    }
    assertThat(documents).allSatisfy(sale -> assertThat(counter.inBooks(sale)).hasSize(1));
    return documents.stream().map(sale -> counter.inBooks(sale).get(0).customer()).toList();
  }

  private long created() {
    return counter.company.counters().getOrDefault("POST customer", 0L);
  }

  @Test
  void one_shopper_is_one_customer_by_e_mail_whatever_the_name() {
    var names =
        sold(
            of("Ann Lee", "ann@example.com", "Albany", "12207"),
            of("Ann M. Lee", "ANN@example.com", "Troy", "12180"));

    assertThat(names).containsOnly("Ann Lee");
  }

  @Test
  void two_shoppers_of_one_name_are_two_customers_also_without_e_mail() {
    var albany = of("Ann Lee", "", "Albany", "12207");
    var troy = of("Ann Lee", "", "Troy", "12180");
    assertThat(sold(albany, troy)).containsExactly("Ann Lee", "Ann Lee (Troy)");

    assertThat(sold(troy, albany)).containsExactly("Ann Lee (Troy)", "Ann Lee");
  }

  @Test
  void a_name_that_a_vendor_has_gets_an_addition() {
    counter.company.lists().add("Vendor", "{\"DisplayName\":\"Ann Lee\"}");

    assertThat(sold(of("Ann Lee", "", "Albany", "12207"))).containsExactly("Ann Lee (Albany)");
    assertThat(sold(of("Ann Lee", "", "Albany", "12207"))).containsExactly("Ann Lee (Albany)");
  }

  @Test
  void an_inactive_customer_stays_inactive_and_keeps_the_name() {
    sold(of("Ann Lee", "ann@example.com", "Albany", "12207"));
    counter.company.lists().inactivate("Customer", "Ann Lee");
    house.bean(Lookout.class).lookAgainSoon(counter.realm);
    // The repeated creation would be answered from QuickBooks' memory.
    counter.company.preferences().rememberRequestIds(Duration.ZERO);
    house.time.await(Duration.ofHours(1));

    assertThat(sold(of("Ann Lee", "ann@example.com", "Albany", "12207")))
        .containsExactly("Ann Lee (ann@example.com)");
  }

  @Test
  void a_creation_whose_answer_was_lost_is_found_again() {
    house.quickbooks.order(Fault.loseAnswer().on("POST", counter.realm + "/customer"));

    assertThat(sold(of("Ann Lee", "", "Albany", "12207"))).containsExactly("Ann Lee");
    assertThat(counter.company.documents()).hasSize(1);
  }

  @Test
  void a_creation_whose_answer_was_lost_is_found_by_its_typographic_name() {
    counter.company.preferences().rememberRequestIds(Duration.ZERO);
    house.quickbooks.order(Fault.loseAnswer().on("POST", counter.realm + "/customer").nth(2));

    assertThat(sold(of("Ann O’Lee–Day", "ann@example.com", "Albany", "12207")))
        .containsExactly("Ann O'Lee-Day");
    assertThat(sold(of("Ann O’Lee–Day", "", "Albany", "12207"))).containsExactly("Ann O'Lee-Day");
    // Refused for its characters twice, lost once, and found by the last.
    assertThat(created()).isEqualTo(4);
  }

  @Test
  void a_customer_has_one_currency_for_good() {
    counter.company.preferences().useCurrencies();
    counter.company.lists().addCurrency("EUR");
    var dollars = of("Ann Lee", "ann@example.com", "Albany", "12207");
    var euros =
        new Customer(
            "Ann Lee",
            false,
            "",
            "",
            "",
            "ann@example.com",
            "",
            dollars.address(),
            Currency.getInstance("EUR"));
    assertThat(sold(dollars)).containsExactly("Ann Lee");

    var made =
        house
            .bean(Creations.class)
            .make(counter.realm, List.of(new Wish.OfCustomer(euros, true)), Map.of());

    assertThat(made).isEmpty();
    var book = house.bean(CustomerBook.class);
    assertThat(book.find(counter.realm, euros).orElseThrow().id())
        .isNotEqualTo(book.find(counter.realm, dollars).orElseThrow().id());
  }

  @Test
  void a_customer_that_cannot_be_made_now_ends_the_sync_and_is_made_by_a_later_one() {
    house.quickbooks.order(Fault.html(500).on("POST", counter.realm + "/customer"));
    var sale = sale(of("Ann Lee", "ann@example.com", "Albany", "12207"));
    counter.plan(sale);

    assertThat(counter.bring()).isEmpty();
    assertThat(counter.state(sale)).isEqualTo("planned");

    house.time.await(Duration.ofMinutes(10));
    assertThat(counter.bring()).isEmpty();
    assertThat(counter.inBooks(sale)).hasSize(1);
    assertThat(created()).isEqualTo(1);
  }

  @Test
  void who_is_signed_out_while_a_customer_is_made_is_told() {
    var sale = sale(of("Ann Lee", "ann@example.com", "Albany", "12207"));
    counter.plan(sale);
    assertThat(house.bean(Lookout.class).look(counter.realm)).isEmpty();
    house.bean(Lookout.class).seen(counter.realm);
    house.quickbooks.disconnect(counter.realm);

    assertThat(counter.bring()).get().isInstanceOf(NotSignedIn.class);

    assertThat(counter.state(sale)).isEqualTo("planned");
    counter.signIn();
    assertThat(counter.bring()).isEmpty();
    assertThat(counter.inBooks(sale)).hasSize(1);
  }
}
