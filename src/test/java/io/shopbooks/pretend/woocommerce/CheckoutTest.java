package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders that are made at the checkout of a shop (`woocommerce.md` 4). */
class CheckoutTest {

  private final OpenShop shop = OpenShop.of(Store.us());
  private final Caller caller = shop.caller();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @DisplayName("13 a gateway's plugin notes its fee as text in the order's meta")
  void a_gateways_plugin_notes_its_fee() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe").withGatewayFee());

    var meta = caller.get("/orders/" + id).json().path("meta_data");

    assertThat(meta)
        .anyMatch(
            entry ->
                entry.path("key").asText().equals("_stripe_fee")
                    && entry.path("value").isTextual()
                    && entry.path("value").asText().equals("0.93"));
  }

  @Test
  @DisplayName("11 the checkout turns & into an entity and strips tags, REST keeps both")
  void the_checkout_turns_ampersands_into_entities_and_strips_tags() {
    var odd = Buyer.at("Maria <b>Lopez</b>", "New York", "NY", "US").of("Lopez & Sons, LLC");
    var bought = shop.shop.sells(anOrder().of("TSHIRT-01").to(odd).noting("a & <i>b</i>"));
    var body =
        "{\"billing\":{\"company\":\"Lopez & Sons, LLC\",\"address_1\":\"1 Sunset <Blvd>\"}}";

    var byCheckout = caller.get("/orders/" + bought).json();
    var byRest = caller.post("/orders", body).json();

    assertThat(byCheckout.at("/billing/company").asText()).isEqualTo("Lopez &amp; Sons, LLC");
    assertThat(byCheckout.at("/billing/last_name").asText()).isEqualTo("Lopez");
    assertThat(byCheckout.path("customer_note").asText()).isEqualTo("a & b");
    assertThat(byRest.at("/billing/company").asText()).isEqualTo("Lopez & Sons, LLC");
    assertThat(byRest.at("/billing/address_1").asText()).isEqualTo("1 Sunset <Blvd>");
  }

  @Test
  @DisplayName("8 a new account is a customer, and what it buys is asked for by its id")
  void a_new_account_is_a_customer() {
    var id = shop.shop.registers(Buyer.at("Ada Byron", "Austin", "TX", "US"));
    var order = shop.shop.sells(anOrder().of("TSHIRT-01").byCustomer(id));

    var customer = caller.get("/customers/" + id).json();

    assertThat(customer.path("username").asText()).isEqualTo("ada.byron");
    assertThat(customer.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(() -> Recording.of("us/customers").path(0).fieldNames());
    assertThat(caller.get("/orders?customer=" + id).ids()).containsExactly(order);
  }
}
