package io.shopbooks.ledger;

import io.shopbooks.sale.Money;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * A product that was sold under the default item.
 *
 * @param id the shop's, "12/34" of a variation; the name of a product that the shop forgot
 * @param sku as the shop told it last; may be empty
 * @param documents sales on which it stands under the default item
 * @param money what it was sold for on them, one per currency
 * @param matched whether an item matches by now, so that only what was posted is left to be moved
 */
public record ProductTask(
    String id, String sku, String name, int documents, List<Money> money, boolean matched) {

  public ProductTask {
    money = List.copyOf(money);
  }

  /** What was sold of all of them together, one per currency, by its code. */
  public static List<Money> money(Collection<ProductTask> tasks) {
    var sums = new TreeMap<String, Money>();
    tasks.stream()
        .flatMap(task -> task.money().stream())
        .forEach(money -> sums.merge(money.currency().getCurrencyCode(), money, Money::plus));
    return List.copyOf(sums.values());
  }

  /** As people may name it: its SKU, its id, or the id of the product it is a variation of. */
  public boolean isCalled(String word) {
    return word.equals(sku) || word.equals(id) || id.startsWith(word + "/");
  }
}
