package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A good answer.
 *
 * @param json a list or an object, as was asked for
 * @param date the shop's clock, if it told it
 * @param total how many things the whole list holds; absent where a proxy drops the header
 */
record Reply(JsonNode json, Optional<Instant> date, Optional<Integer> total) {

  static Reply of(JsonNode json, Answer answer) {
    var total = answer.header("X-WP-Total").filter(value -> value.matches("\\d{1,9}"));
    return new Reply(json, answer.date(), total.map(Integer::valueOf));
  }
}
