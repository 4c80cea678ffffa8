package io.shopbooks.ledger;

import static io.shopbooks.ledger.Acme.CONNECTION;
import static io.shopbooks.ledger.Acme.REALM;
import static io.shopbooks.ledger.Acme.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.PaidElsewhere;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.RawOrder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OrderPaymentsTest {

  private static final Connection WIX = wix();

  private final ALedger ledger = ALedger.empty();
  private final OrderPayments payments = ledger.bean(OrderPayments.class);

  @Test
  void a_payment_in_the_books_is_told_to_every_other_order_unless_a_person_knows_better() {
    var alone = received("1");
    assertThat(payments.elsewhere(WIX, alone)).isEmpty();
    ledger.plans(alone, receipt("1", "10.00"));
    ledger.posts();

    var order = received("2");

    assertThat(payments.elsewhere(WIX, order))
        .containsExactly(new PaidElsewhere("e61aa3b9", alone.number()));
    assertThat(payments.elsewhere(WIX, alone)).as("its own").isEmpty();
    var db = ledger.bean(JdbcClient.class);
    db.sql("update shop_order set new_to_books = true where order_id = '2'").update();
    assertThat(payments.elsewhere(WIX, order)).isEmpty();
  }

  private ReceivedOrder received(String id) {
    var order = Acme.order(id, "10.00");
    var json = "{\"source\":\"cashier\",\"charges\":[{\"transactionId\":\"e61aa3b9\"}]}";
    ledger.orders.received(
        CONNECTION,
        REALM,
        new RawOrder(
            order.key(),
            order.number(),
            order.status(),
            order.created(),
            order.modified(),
            order.currency(),
            order.total(),
            json,
            order.hash()));
    return ledger.take(id);
  }

  private static Connection wix() {
    var site = new Connection.Wix("site-1", "key", Optional.empty(), Optional.empty(), Map.of());
    return new Connection(
        CONNECTION.name(),
        CONNECTION.file(),
        new Connection.Shop(Connection.Kind.WIX, Optional.empty(), Optional.of(site)),
        CONNECTION.company(),
        CONNECTION.schedule(),
        CONNECTION.choices(),
        CONNECTION.stock(),
        CONNECTION.report());
  }
}
