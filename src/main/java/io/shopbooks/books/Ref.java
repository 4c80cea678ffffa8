package io.shopbooks.books;

/** Something on a list of the company: its id there, and the name people know it by. */
public record Ref(String id, String name) implements LineItem {

  public Ref {
    if (id.isBlank()) {
      throw new IllegalArgumentException("'" + name + "' has no id");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
