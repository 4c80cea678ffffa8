package io.shopbooks.shop;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The shop could not be read just now: try again later, nothing is lost. */
public final class ShopUnreachable extends RuntimeException {

  private static final String REMEDY =
      "It is asked again with the next run, and nothing is lost. If this stays, see whether the"
          + " shop opens in a browser, and ask its host.";

  private final String connection;
  private final URI address;
  private final String what;
  private final boolean tooMuch;
  private final Optional<Duration> wait;
  private final String remedy;

  private ShopUnreachable(
      String connection,
      URI address,
      String what,
      boolean tooMuch,
      Optional<Duration> wait,
      String remedy) {
    super("Connection " + connection + ": the shop at " + address + " " + what + ". " + remedy);
    this.connection = connection;
    this.address = address;
    this.what = what;
    this.tooMuch = tooMuch;
    this.wait = wait;
    this.remedy = remedy;
  }

  /**
   * @param connection its name
   * @param address of the shop, without keys
   * @param what it did, as half a sentence: {@code answered 503}
   */
  ShopUnreachable(String connection, URI address, String what) {
    this(connection, address, what, REMEDY);
  }

  /**
   * @param remedy as sentences
   */
  ShopUnreachable(String connection, URI address, String what, String remedy) {
    this(connection, address, what, false, Optional.empty(), remedy);
  }

  /** The same, where asking for less at once may help: a weak host ran out of time or memory. */
  ShopUnreachable weak() {
    return new ShopUnreachable(connection, address, what, true, wait, remedy);
  }

  /** The same, with the time the shop asked us to wait. */
  ShopUnreachable after(Optional<Duration> time) {
    return new ShopUnreachable(connection, address, what, tooMuch, time, remedy);
  }

  /** The same, told at the end of all attempts. */
  ShopUnreachable inTheEnd(int attempts) {
    var tried = attempts == 1 ? "" : " (" + attempts + " attempts)";
    var asked = wait.map(time -> " and asks to wait " + time.toSeconds() + " s").orElse("");
    return new ShopUnreachable(connection, address, what + asked + tried, tooMuch, wait, remedy);
  }

  /** Name of the connection. */
  public String connection() {
    return connection;
  }

  /** What the shop did, as half a sentence. */
  public String what() {
    return what;
  }

  public String remedy() {
    return remedy;
  }

  /** How long the shop asked to be left alone. */
  public Optional<Duration> shopAsksToWait() {
    return wait;
  }

  boolean isTooMuch() {
    return tooMuch;
  }
}
