package io.shopbooks.pretend.quickbooks;

/**
 * How a fault on command disturbs a batch from the inside.
 *
 * @param itemsCommitted only so many items are carried out
 * @param failingItem the bId, or the entity, of the one item that fails; "" for none
 * @param problem what that item is answered
 */
record Meddling(int itemsCommitted, String failingItem, Problem problem) {

  static final Meddling NONE = new Meddling(Integer.MAX_VALUE, "", null);

  static Meddling commitFirst(int items) {
    return new Meddling(items, "", null);
  }

  static Meddling failing(String item, Problem problem) {
    return new Meddling(Integer.MAX_VALUE, item, problem);
  }

  /** Whether all items are looked at. */
  boolean isHarmless() {
    return itemsCommitted == Integer.MAX_VALUE;
  }

  boolean fails(String bId, String entity) {
    return problem != null && (failingItem.equals(bId) || failingItem.equals(entity));
  }
}
