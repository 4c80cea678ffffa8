package io.shopbooks.pretend.woocommerce;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bound of a date filter, with the traps of `woocommerce.md` 3.2: a value with a Z or an offset
 * is first turned into the shop's local time, even where it is then held against the GMT column.
 *
 * @param value whole seconds, comparable as text with the dates of an order
 * @param gmt whether it is held against the GMT column; otherwise against the local one
 */
record TimeBound(String value, boolean gmt) {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)?([Zz]|[+-]\\d{2}:?\\d{2})?");

  static Optional<TimeBound> read(String text, boolean gmt, ZoneId shopZone) {
    var match = ISO.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var plain = match.group(1) + "T" + match.group(2);
    var zone = match.group(3);
    if (zone == null) {
      return Optional.of(new TimeBound(plain, gmt));
    }
    var offset = zone.equalsIgnoreCase("Z") || zone.contains(":") ? zone : withColon(zone);
    try {
      var instant = OffsetDateTime.parse(plain + offset.toUpperCase()).toInstant();
      return Optional.of(new TimeBound(Dates.local(instant, shopZone), gmt));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String withColon(String offset) {
    return offset.substring(0, 3) + ":" + offset.substring(3);
  }

  /** Whether a date lies after the bound; the very second does not. */
  boolean isBefore(String local, String inGmt) {
    return (gmt ? inGmt : local).compareTo(value) > 0;
  }

  /** Whether a date lies before the bound; the very second does not. */
  boolean isAfter(String local, String inGmt) {
    return (gmt ? inGmt : local).compareTo(value) < 0;
  }
}
