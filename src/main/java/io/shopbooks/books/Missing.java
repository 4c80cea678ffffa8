package io.shopbooks.books;

/**
 * Something that a company does not have yet and that is made before the documents that name it.
 *
 * @param kind "customer", "item" or "payment-method"
 * @param name under which it is made, unless the name is taken
 */
public record Missing(String kind, String name) implements Comparable<Missing> {

  @Override
  public int compareTo(Missing other) {
    return (kind + " " + name).compareTo(other.kind + " " + other.name);
  }
}
