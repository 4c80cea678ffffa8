package io.shopbooks.shop;

import java.net.URI;

/** The shop will go on refusing until a person changes something. */
public final class ShopRefused extends RuntimeException {

  private final String connection;
  private final String what;
  private final String remedy;

  /**
   * @param connection its name
   * @param address of the shop, without keys
   * @param what it did, as half a sentence: {@code answered 401}
   * @param remedy what to change, as a sentence
   */
  ShopRefused(String connection, URI address, String what, String remedy) {
    super("Connection " + connection + ": the shop at " + address + " " + what + ". " + remedy);
    this.connection = connection;
    this.what = what;
    this.remedy = remedy;
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
}
