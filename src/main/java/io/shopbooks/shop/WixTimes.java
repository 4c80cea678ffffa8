package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times as Wix writes them: ISO 8601 in UTC with up to six decimals (`wix.md` 7). */
final class WixTimes {

  private WixTimes() {}

  static Optional<Instant> of(JsonNode text) {
    try {
      return Optional.of(Instant.parse(text.asText("")));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
