package io.shopbooks.shop;

/**
 * An order that cannot be read as a sale. Only this order waits; a person has to look at it or at
 * the mapping.
 */
public final class Unreadable extends RuntimeException {

  private final String order;
  private final String path;
  private final String found;
  private final String remedy;

  /**
   * @param order which one, as far as it is known: {@code shop.example/1042}
   * @param path where in the sale or in the order: {@code lines[0].total}
   * @param found what stands there, as half a sentence: {@code is "abc", which is no amount}
   * @param remedy what a person can do, as a sentence
   */
  Unreadable(String order, String path, String found, String remedy) {
    super("Order " + order + ": " + path + " " + found + ". " + remedy);
    this.order = order;
    this.path = path;
    this.found = found;
    this.remedy = remedy;
  }

  public String order() {
    return order;
  }

  public String path() {
    return path;
  }

  public String found() {
    return found;
  }

  public String remedy() {
    return remedy;
  }
}
