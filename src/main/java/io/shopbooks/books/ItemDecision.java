package io.shopbooks.books;

import java.util.Optional;

/**
 * What becomes of a product of the catalogue in the company's list of items.
 *
 * @param word "create", "update", "same" or "leave"
 * @param made the item to make; of "create" only
 * @param item QuickBooks' id of its item; empty while it has none
 * @param wanted what its item is to say
 * @param changes the fields to write; of "update" only
 * @param settled what is settled if nothing is written; absent while it has no item
 * @param left why it is left, or why a part of it is; of "leave" always, of "update" perhaps
 */
public record ItemDecision(
    String word,
    Optional<NewItem> made,
    String item,
    ItemFields wanted,
    ItemFields changes,
    Optional<Shelved> settled,
    Optional<Left> left) {

  static ItemDecision leave(Left why) {
    return new ItemDecision(
        "leave",
        Optional.empty(),
        "",
        ItemFields.NONE,
        ItemFields.NONE,
        Optional.empty(),
        Optional.of(why));
  }

  static ItemDecision create(NewItem item, ItemFields wanted) {
    return new ItemDecision(
        "create",
        Optional.of(item),
        "",
        wanted,
        ItemFields.NONE,
        Optional.empty(),
        Optional.empty());
  }

  static ItemDecision of(
      String item, ItemFields wanted, ItemFields changes, Shelved settled, Optional<Left> left) {
    var word = !changes.isEmpty() ? "update" : left.isPresent() ? "leave" : "same";
    return new ItemDecision(
        word, Optional.empty(), item, wanted, changes, Optional.of(settled), left);
  }

  /** The same, refused by QuickBooks: nothing is settled by it. */
  public ItemDecision refused(Left why) {
    return new ItemDecision(
        "leave", made, item, wanted, changes, Optional.empty(), Optional.of(why));
  }

  /** What is settled once it was written and stands in the company like this. */
  public Shelved settled(ItemInBooks now) {
    if (settled.isEmpty()) {
      return new Shelved(now.ref().id(), wanted, now.fields());
    }
    var sent = settled.get().sent();
    var kept = settled.get().kept();
    for (var field : changes.values().keySet()) {
      sent = sent.with(field, wanted.get(field));
      kept = kept.with(field, now.fields().get(field));
    }
    return new Shelved(now.ref().id(), sent, kept);
  }
}
