package io.shopbooks.report;

import java.util.Locale;

/** What becomes of a report after a sync. Routes branch on {@link #word()}. */
public enum Mailing {
  /** It is mailed now. */
  MAIL,
  /** The connection does not want it after this sync. */
  NOT_WANTED,
  /** Nobody is to get it. */
  NO_ADDRESS,
  /** No mail server is set. */
  NO_HOST;

  /** "mail", "not-wanted", "no-address" or "no-host". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
