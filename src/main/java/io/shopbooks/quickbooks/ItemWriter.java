package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.ItemDecision;
import io.shopbooks.books.ItemFields;
import io.shopbooks.books.ItemInBooks;
import io.shopbooks.books.ItemWork;
import io.shopbooks.books.ItemWritten;
import io.shopbooks.books.Shelf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes and changes items for the products of a catalogue, many in one request. */
@Component("itemWriter")
public class ItemWriter {

  private final Mirror mirror;
  private final Creations creations;
  private final Lookout lookout;

  ItemWriter(Mirror mirror, Creations creations, Lookout lookout) {
    this.mirror = mirror;
    this.creations = creations;
    this.lookout = lookout;
  }

  /** The company's items as the mirror shows them now. */
  public Shelf shelf(String realm) {
    return new MirroredShelf(realm, mirror);
  }

  /**
   * Writes them. Where an answer was lost, or somebody was faster, the next look at the company
   * comes at once.
   *
   * @throws CompanyResting if QuickBooks does not answer
   */
  public List<ItemWritten> write(String realm, List<ItemWork> work) {
    var wishes = new LinkedHashMap<ItemWork, Wish>();
    work.forEach(one -> wishes.put(one, wish(realm, one.decision())));
    var failures = creations.make(realm, wishes.values(), Map.of());
    var written = new ArrayList<ItemWritten>();
    wishes.forEach((one, wish) -> written.add(written(realm, one, wish, failures)));
    if (written.stream().anyMatch(one -> one.item().isEmpty() && !one.certain())) {
      lookout.lookAgainSoon(realm);
    }
    return written;
  }

  private ItemWritten written(
      String realm, ItemWork work, Wish wish, Map<String, Creations.Failure> failures) {
    var failure = failures.get(wish.key());
    if (failure != null) {
      return new ItemWritten(work, Optional.empty(), failure.certain(), failure.said());
    }
    var item = item(shelf(realm), work.decision());
    return new ItemWritten(work, item, false, item.isPresent() ? "" : "not found afterwards");
  }

  private static Optional<ItemInBooks> item(Shelf shelf, ItemDecision decision) {
    return decision
        .made()
        .map(made -> shelf.withSku(made.sku()).stream().filter(ItemInBooks::active).findFirst())
        .orElseGet(() -> shelf.item(decision.item()));
  }

  private Wish wish(String realm, ItemDecision decision) {
    return decision
        .made()
        .<Wish>map(made -> new Wish.OfCatalogue(new Wish.OfItem(made), decision.wanted()))
        .orElseGet(
            () -> {
              var row = mirror.find(realm, "Item", decision.item()).orElseThrow();
              return new Wish.OfChange(row, decision.changes());
            });
  }

  /** Says in QuickBooks' words what the fields say; accounts and type are left as they are. */
  static void put(ObjectNode json, ItemFields fields) {
    fields
        .values()
        .forEach(
            (field, value) -> {
              switch (field) {
                case ItemFields.NAME -> json.put("Name", value);
                case ItemFields.SKU -> json.put("Sku", value);
                case ItemFields.DESCRIPTION -> json.put("Description", value);
                case ItemFields.PRICE -> json.put("UnitPrice", new BigDecimal(value));
                case ItemFields.PRICE_INCLUDES_TAX ->
                    json.put("SalesTaxIncluded", Boolean.parseBoolean(value));
                case ItemFields.TAXABLE -> json.put("Taxable", Boolean.parseBoolean(value));
                case ItemFields.TAX_CODE -> FormWriter.ref(json, "SalesTaxCodeRef", value);
                default -> {}
              }
            });
  }
}
