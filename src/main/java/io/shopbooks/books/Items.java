package io.shopbooks.books;

import io.shopbooks.books.Choices.Create;
import io.shopbooks.books.Choices.Match;
import io.shopbooks.sale.Line;
import java.util.Optional;

/**
 * The item a product is sold as: the one a person chose, the company's own by SKU or name, a new
 * one if the connection wants that, else the default item.
 */
record Items(Choices choices, Lists lists) {

  LineItem of(Line line) {
    if (isGiftCard(line)) {
      return lists.item(choices.sales().giftCardItem(), "sales.gift-card-item");
    }
    return known(line).<LineItem>map(Item::ref).or(() -> created(line)).orElseGet(this::byDefault);
  }

  /** Whether the product has an item of its own, now or by this sale. */
  boolean isMatched(Line line) {
    return isGiftCard(line) || known(line).isPresent() || created(line).isPresent();
  }

  /** A gift card that is sold is owed until somebody buys with it. */
  private static boolean isGiftCard(Line line) {
    return "GIFT_CARD".equals(line.meta().get("Item type"));
  }

  boolean keepsQuantities(Line line) {
    return known(line)
        .map(Item::type)
        .or(() -> created(line).map(NewItem::type))
        .filter(Item.Type.INVENTORY::equals)
        .isPresent();
  }

  private Ref byDefault() {
    return lists.item(choices.sales().defaultItem(), "sales.default-item");
  }

  private Optional<Item> known(Line line) {
    return known(SoldProduct.id(line), line.product().sku());
  }

  /** The item that the company has for the product of this id and SKU. */
  Optional<Item> known(String id, String sku) {
    var chosen = chosen(id, sku);
    if (chosen.isPresent()) {
      return chosen.flatMap(lists.company()::item);
    }
    if (sku.isBlank()) {
      return Optional.empty();
    }
    return choices.products().match() == Match.NAME
        ? lists.company().item(sku)
        : lists.company().itemBySku(sku);
  }

  /** The name of the item that a person chose; one that is gone leaves the product without. */
  private Optional<String> chosen(String id, String sku) {
    return Optional.ofNullable(choices.products().items().get(sku.isBlank() ? id : sku));
  }

  private Optional<NewItem> created(Line line) {
    var sku = line.product().sku();
    if (choices.products().create() == Create.NEVER
        || chosen(SoldProduct.id(line), sku).isPresent()
        || sku.isBlank()
        || sku.length() > NewItems.LONGEST) {
      return Optional.empty();
    }
    if (lists.company().itemBySku(sku).isEmpty() && lists.company().hasSku(sku)) {
      return Optional.empty();
    }
    return Optional.of(new NewItems(choices, lists).of(line.product(), line.name()));
  }
}
