package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

/**
 * What this room has to know of a connection's choices.
 *
 * @param statuses those the connection books something for
 */
record ShopChoices(ZoneId zone, LocalDate startDate, Set<String> statuses) {

  static ShopChoices of(Connection connection) {
    var choices = connection.choices();
    var statuses = new TreeSet<>(choices.sales().statuses());
    statuses.addAll(choices.credits().statuses());
    return new ShopChoices(choices.zone(), choices.startDate(), statuses);
  }

  /** When a day begins. */
  Instant beginOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
