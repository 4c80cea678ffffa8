package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Times as the shop writes them: whole seconds without a zone, once local and once in GMT
 * (`woocommerce.md` 4). The local one stays as it was written when the shop's zone changes (3.2).
 */
final class Dates {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private Dates() {}

  static String local(Instant time, ZoneId zone) {
    return SECONDS.format(LocalDateTime.ofInstant(time, zone).truncatedTo(ChronoUnit.SECONDS));
  }

  static String gmt(Instant time) {
    return local(time, ZoneOffset.UTC);
  }

  static void set(ObjectNode paper, String field, Instant time, ZoneId zone) {
    paper.put(field, local(time, zone)).put(field + "_gmt", gmt(time));
  }

  static void clear(ObjectNode paper, String field) {
    paper.putNull(field).putNull(field + "_gmt");
  }
}
