package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Orders of an app that filters none by date, read from the newest back as far as wanted. */
final class WixPages {

  /**
   * How an app lists its orders.
   *
   * @param size of a page
   * @param call for the page that begins at this offset
   * @param id the field that tells orders apart
   * @param created when one was made
   */
  record Listing(
      int size, IntFunction<WixCall> call, String id, Function<JsonNode, Instant> created) {}

  private final WixApi api;
  private final Connection connection;
  private final Listing listing;
  private final Map<String, JsonNode> orders = new LinkedHashMap<>();
  private Instant readBackTo = Instant.MAX;
  private int offset;
  private boolean ended;
  private boolean covered = true;

  WixPages(WixApi api, Connection connection, Listing listing) {
    this.api = api;
    this.connection = connection;
    this.listing = listing;
  }

  /** Whether the key may see them and the app is there, as far as was asked. */
  boolean areCovered() {
    return covered;
  }

  /** Reads the newest, if nothing was read yet. */
  void begin() {
    if (offset == 0 && !ended) {
      read();
    }
  }

  /** Those that were made at this time or later. */
  List<JsonNode> since(Instant from) {
    while (reaches(from)) {
      read();
    }
    return orders.values().stream()
        .filter(order -> !listing.created().apply(order).isBefore(from))
        .toList();
  }

  /** The one of this id; read back to this time for it. */
  Optional<JsonNode> find(String id, Instant from) {
    while (!orders.containsKey(id) && reaches(from)) {
      read();
    }
    return known(id);
  }

  /** The one of this id, if it was read. */
  Optional<JsonNode> known(String id) {
    return Optional.ofNullable(orders.get(id));
  }

  /** Keeps one that was read otherwise. */
  void keep(JsonNode order) {
    orders.put(order.path(listing.id()).asText(), order);
  }

  private boolean reaches(Instant from) {
    return !ended && !readBackTo.isBefore(from);
  }

  private void read() {
    var answer = api.askIfCovered(connection, listing.call().apply(offset));
    if (answer.isEmpty()) {
      covered = false;
      ended = true;
      return;
    }
    var page = answer.get().path("orders");
    for (var order : page) {
      keep(order);
      readBackTo = listing.created().apply(order);
    }
    offset += listing.size();
    ended = page.size() < listing.size();
  }
}
