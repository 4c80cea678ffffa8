package io.shopbooks.books;

import io.shopbooks.books.Choices.Match;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.ShopProduct;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Decides what becomes of the products of the shop's catalogue in the company's list of items. A
 * field is written only where the shop changed it since it was settled and nobody changed it in the
 * company since; accounts and types are never written again, and nothing is deleted or shown again.
 */
public final class Shelving {

  private static final Set<String> OFFERED = Set.of("publish", "private");
  private static final Set<String> NOT_SOLD_ITSELF = Set.of("variable", "grouped", "external");

  private final Choices choices;
  private final Company company;
  private final Shelf shelf;

  public Shelving(Choices choices, Company company, Shelf shelf) {
    this.choices = choices;
    this.company = company;
    this.shelf = shelf;
  }

  /**
   * @param known what was settled before; absent the first time
   * @param twins other products of the shop with the same SKU
   */
  public ItemDecision decide(ShopProduct product, Optional<Shelved> known, List<String> twins) {
    try {
      return ofShop(product, twins)
          .map(ItemDecision::leave)
          .orElseGet(() -> matched(product, known));
    } catch (Unbookable e) {
      var facts = e.reason().facts();
      return ItemDecision.leave(new Left(Hindrance.NO_ACCOUNT, facts));
    }
  }

  /** What shop and connection tell. */
  private Optional<Left> ofShop(ShopProduct product, List<String> twins) {
    var sku = product.product().sku();
    if (NOT_SOLD_ITSELF.contains(product.type())) {
      return Optional.of(Left.because(Hindrance.NOT_SOLD_ITSELF).with("type", product.type()));
    }
    if (!OFFERED.contains(product.status())) {
      return Optional.of(Left.because(Hindrance.NOT_PUBLISHED).with("status", product.status()));
    }
    if (sku.isBlank()) {
      return Optional.of(Left.because(Hindrance.NO_SKU));
    }
    if (sku.length() > NewItems.LONGEST) {
      return Optional.of(Left.because(Hindrance.LONG_SKU).with("most", NewItems.LONGEST));
    }
    var chosen = choices.products().items().get(sku);
    if (chosen != null) {
      return Optional.of(Left.because(Hindrance.CHOSEN_ITEM).with("name", chosen));
    }
    return twins.isEmpty()
        ? Optional.empty()
        : Optional.of(Left.because(Hindrance.SAME_SKU).with("others", String.join(", ", twins)));
  }

  private ItemDecision matched(ShopProduct product, Optional<Shelved> known) {
    var made = new NewItems(choices, new Lists(company)).of(product.product(), product.name());
    var wanted = wanted(product, made);
    var settled = known.flatMap(before -> shelf.item(before.item()));
    var found = settled.map(List::of).orElseGet(() -> alike(made));
    var active = found.stream().filter(ItemInBooks::active).toList();
    if (active.size() > 1) {
      return ItemDecision.leave(Left.because(Hindrance.SEVERAL_ITEMS).with("items", names(active)));
    }
    if (active.isEmpty() && !found.isEmpty()) {
      return ItemDecision.leave(Left.because(Hindrance.HIDDEN_ITEM).with("name", names(found)));
    }
    if (active.isEmpty()) {
      return created(made, wanted);
    }
    var item = active.get(0);
    var alike = withSku(made.sku(), item);
    if (alike.size() > 1 && choices.products().match() == Match.SKU) {
      return ItemDecision.leave(Left.because(Hindrance.SEVERAL_ITEMS).with("items", names(alike)));
    }
    if (item.type().isEmpty()) {
      return ItemDecision.leave(Left.because(Hindrance.NO_PRODUCT).with("name", names(active)));
    }
    var before = settled.flatMap(there -> known).orElseGet(() -> first(item, made, wanted));
    return compared(item, wanted, before);
  }

  private List<ItemInBooks> alike(NewItem made) {
    return choices.products().match() == Match.NAME
        ? shelf.named(made.name())
        : shelf.withSku(made.sku());
  }

  /** The item, and others that sales of this SKU would be booked to. */
  private List<ItemInBooks> withSku(String sku, ItemInBooks item) {
    var others = shelf.withSku(sku).stream().filter(ItemInBooks::active);
    return Stream.concat(
            Stream.of(item), others.filter(one -> !one.ref().id().equals(item.ref().id())))
        .toList();
  }

  private ItemDecision created(NewItem made, ItemFields wanted) {
    return shelf.named(made.name()).isEmpty()
        ? ItemDecision.create(made, wanted)
        : ItemDecision.leave(Left.because(Hindrance.NAME_TAKEN).with("name", made.name()));
  }

  private static String names(List<ItemInBooks> items) {
    return String.join("; ", items.stream().map(item -> item.ref().name()).toList());
  }

  private ItemFields wanted(ShopProduct product, NewItem made) {
    var wanted = new TreeMap<String, String>();
    wanted.put(ItemFields.NAME, made.name());
    wanted.put(ItemFields.SKU, made.sku());
    wanted.put(ItemFields.DESCRIPTION, made.description());
    wanted.put(ItemFields.TYPE, made.type().name());
    if (company.isAmerican()) {
      wanted.put(ItemFields.TAXABLE, Boolean.toString(product.taxable()));
    } else if (company.salesTax()) {
      taxCode(product.taxable())
          .flatMap(company::taxCode)
          .ifPresent(code -> wanted.put(ItemFields.TAX_CODE, code.ref().id()));
    }
    product
        .price()
        .filter(price -> isComparable(price, product.priceIncludesTax()))
        .ifPresent(
            price -> {
              wanted.put(ItemFields.PRICE, price.amount().stripTrailingZeros().toPlainString());
              if (!company.isAmerican()) {
                wanted.put(
                    ItemFields.PRICE_INCLUDES_TAX, Boolean.toString(product.priceIncludesTax()));
              }
            });
    wanted.values().removeIf(String::isEmpty);
    return new ItemFields(wanted);
  }

  /** Which of several rates a product has, its shop tells with its sales only. */
  private Optional<String> taxCode(boolean taxable) {
    var taxes = choices.taxes();
    var codes = Set.copyOf(taxes.rates().values());
    return taxable
        ? choices
            .products()
            .taxCode()
            .or(() -> codes.stream().filter(c -> codes.size() == 1).findFirst())
        : taxes.untaxed();
  }

  /** A US company knows net prices only, and no rule says which rate is within this one (8.1). */
  private boolean isComparable(Money price, boolean includesTax) {
    return price.isPositive()
        && price.currency().equals(company.home())
        && !(company.isAmerican() && includesTax);
  }

  /**
   * The first time, what differs is taken for a person's wish. Only an item that was made for a
   * sale, and has no price yet, lacks what a sale does not know.
   */
  private static Shelved first(ItemInBooks item, NewItem made, ItemFields wanted) {
    var there = item.fields();
    var ours =
        there.get(ItemFields.NAME).equals(made.name())
            && there.get(ItemFields.DESCRIPTION).equals(made.description());
    var known =
        ours && there.get(ItemFields.PRICE).isEmpty() ? wanted.with(ItemFields.PRICE, "") : wanted;
    return new Shelved(item.ref().id(), known, known);
  }

  private static ItemDecision compared(ItemInBooks item, ItemFields wanted, Shelved before) {
    var now = item.fields().with(ItemFields.TYPE, item.type().orElseThrow().name());
    var changes = new TreeMap<String, String>();
    var both = new TreeSet<String>();
    var sent = before.sent();
    var kept = before.kept();
    for (var field : wanted.values().keySet()) {
      var want = wanted.get(field);
      if (want.equals(now.get(field))) {
        sent = sent.with(field, want);
        kept = kept.with(field, want);
      } else if (!want.equals(sent.get(field))) {
        var untouched = !field.equals(ItemFields.TYPE) && now.get(field).equals(kept.get(field));
        if (untouched) {
          changes.put(field, want);
        } else {
          both.add(field);
        }
      }
    }
    return ItemDecision.of(
        item.ref().id(),
        wanted,
        new ItemFields(changes),
        new Shelved(item.ref().id(), sent, kept),
        left(both, item));
  }

  private static Optional<Left> left(Set<String> both, ItemInBooks item) {
    if (both.isEmpty()) {
      return Optional.empty();
    }
    var why =
        both.equals(Set.of(ItemFields.TYPE)) ? Hindrance.TYPE_STAYS : Hindrance.CHANGED_IN_BOOKS;
    return Optional.of(
        Left.because(why).with("name", item.ref().name()).with("fields", String.join(", ", both)));
  }
}
