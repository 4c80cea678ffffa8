package io.shopbooks.secrecy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.function.BiConsumer;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Looks at what any code of the suite logs, before a level decides whether it is written: our own
 * words of every level, those of others as far as somebody might turn them on to run a shop.
 */
public final class WatchedLog extends TurboFilter {

  private static final String OURS = "io.shopbooks";

  private final BiConsumer<String, String> told;

  /** As logback makes it. */
  public WatchedLog() {
    this(Leaks::told);
  }

  WatchedLog(BiConsumer<String, String> told) {
    this.told = told;
  }

  @Override
  public FilterReply decide(
      Marker marker, Logger logger, Level level, String format, Object[] values, Throwable cause) {
    if (format != null && isWatched(logger, level)) {
      Leaks.looked();
      look(logger, MessageFormatter.arrayFormat(format, values).getMessage());
      for (var because = cause; because != null; because = because.getCause()) {
        look(logger, because.toString());
      }
    }
    return FilterReply.NEUTRAL;
  }

  private static boolean isWatched(Logger logger, Level level) {
    return level.isGreaterOrEqual(Level.INFO) || logger.getName().startsWith(OURS);
  }

  private void look(Logger logger, String line) {
    Secrets.inLog(line).ifPresent(secret -> told.accept(logger.getName(), secret));
  }
}
