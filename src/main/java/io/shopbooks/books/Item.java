package io.shopbooks.books;

/**
 * A product or service of the company.
 *
 * @param sku may be empty, and may be shared by several items (`quickbooks-online.md` 3)
 */
public record Item(Ref ref, String sku, Type type) {

  /** What QuickBooks keeps of it. */
  public enum Type {
    SERVICE,
    NON_INVENTORY,
    /** With a quantity on hand. */
    INVENTORY
  }

  public String name() {
    return ref.name();
  }
}
