package io.shopbooks.setup;

import io.shopbooks.books.Choices;
import io.shopbooks.books.Item;
import io.shopbooks.books.SoldProduct;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.FileEdit;
import io.shopbooks.ledger.ProductSale;
import io.shopbooks.ledger.ProductSales;
import io.shopbooks.ledger.ProductTask;
import io.shopbooks.ledger.ProductTasks;
import io.shopbooks.quickbooks.CompanyLists;
import io.shopbooks.quickbooks.Lookout;
import io.shopbooks.quickbooks.MirroredLists;
import io.shopbooks.quickbooks.SignInStates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The items of products that were sold under the default item, by choice of a person. */
@Component
public class ProductItems {

  private final ProductTasks tasks;
  private final ProductSales sales;
  private final MirroredLists companies;
  private final Lookout lookout;
  private final SignInStates signIns;

  ProductItems(
      ProductTasks tasks,
      ProductSales sales,
      MirroredLists companies,
      Lookout lookout,
      SignInStates signIns) {
    this.tasks = tasks;
    this.sales = sales;
    this.companies = companies;
    this.lookout = lookout;
    this.signIns = signIns;
  }

  /**
   * What moving a product would change.
   *
   * @param from the default item
   * @param to the item the product has by now
   * @param fromAccount where sales of the default item go; empty if nobody can tell
   * @param toAccount where sales of the other item go; empty if nobody can tell
   */
  public record Move(
      ProductTask product,
      String from,
      String to,
      String fromAccount,
      String toAccount,
      List<ProductSale> sales) {}

  /** What probably is the item of a product: one that is called like it and has no other use. */
  public Optional<String> suggestion(Connection connection, ProductTask product) {
    var taken = taken(connection.choices());
    return companies
        .of(connection)
        .map(CompanyLists::items)
        .map(names -> names.stream().filter(name -> !taken.contains(name)).toList())
        .flatMap(names -> Similarity.mostSimilar(product.name(), names))
        .filter(name -> companies.item(connection, name).isPresent());
  }

  private static Set<String> taken(Choices choices) {
    var sales = choices.sales();
    return Set.copyOf(
        List.of(
            sales.defaultItem(),
            sales.shippingItem(),
            sales.discountItem().orElse(""),
            sales.feeItem(),
            sales.tipItem(),
            sales.giftCardItem(),
            sales.roundingItem(),
            choices.credits().adjustmentItem()));
  }

  /** The edits by which all of these products are sold as this item. */
  public List<FileEdit> edits(List<ProductTask> products, String item) {
    return products.stream()
        .map(one -> one.sku().isBlank() ? one.id() : one.sku())
        .distinct()
        .map(key -> FileEdit.text(List.of("products", "items", key), item))
        .toList();
  }

  /** Looks which products have an item, now that the connection says something else. */
  public void look(Connection connection) {
    signIns
        .of(connection)
        .realm()
        .ifPresent(realm -> tasks.look(connection, realm, lookout.facts(realm)));
  }

  /** What moving these products would change; those without an item stay where they are. */
  public List<Move> moves(Connection connection, List<ProductTask> products) {
    return signIns.of(connection).realm().map(lookout::facts).stream()
        .flatMap(
            company ->
                products.stream()
                    .flatMap(
                        product ->
                            SoldProduct.item(
                                product.id(), product.sku(), connection.choices(), company)
                                .map(item -> move(connection, product, item))
                                .stream()))
        .toList();
  }

  private Move move(Connection connection, ProductTask product, Item item) {
    var from = connection.choices().sales().defaultItem();
    return new Move(
        product,
        from,
        item.name(),
        companies.incomeAccount(connection, from).orElse(""),
        companies.incomeAccount(connection, item.name()).orElse(""),
        sales.of(connection.name(), product));
  }
}
