package io.shopbooks.pretend;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times the way HTTP headers write them. */
public final class HttpDate {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /** {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
  public static String of(Instant time) {
    return FORMAT.format(time);
  }
}
