package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.Buyer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders do not tell the customer's role; it is asked for where a rule needs it. */
class CustomerRolesTest {

  private final ScriptedShop server = new ScriptedShop();
  private final OrderShelf shelf = new OrderShelf().holding(3);
  private final Asker asker = new Asker(server);
  private final Connection wholesale =
      AConnection.withInvoicesForRoleTo(server.address(), "wholesale");

  @BeforeEach
  void open() {
    shelf.order(41).put("customer_id", 7);
    shelf.order(42).put("customer_id", 7);
    shelf.order(43).put("customer_id", 0);
    answers(200, "{\"id\":7,\"role\":\"wholesale\"}");
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  @Test
  void a_customer_with_several_orders_is_asked_for_once_and_a_guest_never() {
    assertThat(roles(wholesale))
        .containsExactly(Optional.of("wholesale"), Optional.of("wholesale"), Optional.empty());
    assertThat(server.requests("/customers/7")).hasSize(1);
  }

  @Test
  void without_a_rule_that_needs_it_no_customer_is_read() {
    assertThat(roles(asker.connection)).containsOnly(Optional.empty());
    assertThat(server.requests("/customers/7")).isEmpty();
  }

  @Test
  void an_erased_customer_has_no_role() {
    answers(404, "{\"code\":\"woocommerce_rest_invalid_id\"}");

    assertThat(roles(wholesale)).containsOnly(Optional.empty());
  }

  @Test
  void a_changed_role_alone_is_no_change_of_the_order() {
    var before = Asker.take(asker.shops().changes(wholesale, Optional.empty())).get(0);
    answers(200, "{\"id\":7,\"role\":\"customer\"}");

    var after = asker.shops().order(wholesale, "41").orElseThrow();

    assertThat(after.json()).contains("\"customer\":{\"role\":\"customer\"}");
    assertThat(after.hash()).isEqualTo(before.hash());
  }

  private List<Optional<String>> roles(Connection connection) {
    var shops = asker.shops();
    return Asker.take(shops.changes(connection, Optional.empty())).stream()
        .map(order -> shops.read(connection, order.json()).buyer())
        .map(Buyer::role)
        .toList();
  }

  private void answers(int status, String customer) {
    server.answers(
        request ->
            request.path().contains("/customers/")
                ? ScriptedShop.json(status, customer)
                : shelf.answer(request));
  }
}
