package io.shopbooks.ledger;

import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.ShopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A document as its row has it, without the plan.
 *
 * @param order it belongs to; of one that was only found in the books, perhaps its refund
 * @param state planned, sending, doubtful, posted, held or dropped
 * @param request id of the request it was sent with last; empty if none
 * @param sent when it was sent last; the epoch if never
 * @param quickbooksId empty while it is not in the books
 * @param posted QuickBooks' own total
 * @param updating it is in the books, and an update of it is not
 */
record Entry(
    long id,
    OrderKey order,
    String realm,
    String connection,
    String kind,
    String number,
    Money total,
    String state,
    String request,
    String quickbooksId,
    Optional<Money> posted,
    boolean updating,
    int inVain,
    int putOff) {

  boolean is(String... states) {
    return List.of(states).contains(state);
  }

  boolean isInBooks() {
    return is("posted") || updating;
  }

  static Entry of(ResultSet row, int n) throws SQLException {
    var order = row.getString("order_id");
    var currency = Currency.getInstance(row.getString("currency"));
    return new Entry(
        row.getLong("id"),
        new OrderKey(
            new ShopId(row.getString("shop")), order.isEmpty() ? row.getString("shop_id") : order),
        row.getString("realm"),
        row.getString("connection"),
        row.getString("kind"),
        row.getString("number"),
        new Money(row.getBigDecimal("total"), currency),
        row.getString("state"),
        Objects.toString(row.getString("request_id"), ""),
        row.getString("quickbooks_id"),
        Optional.ofNullable(row.getBigDecimal("posted_total"))
            .map(amount -> new Money(amount, currency)),
        row.getString("booked") != null,
        row.getInt("in_vain"),
        row.getInt("put_off"));
  }
}
