package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.ProductTask;
import io.shopbooks.ledger.ProductTasks;
import io.shopbooks.report.Words;
import io.shopbooks.setup.ProductItems;
import io.shopbooks.setup.ProductItems.Move;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what moving what was sold under the default item would change, and moves it. */
@Controller
@ConditionalOnWebApplication
class MovePage {

  private static final int SALES = 50;
  private static final int PRODUCTS = 20;

  private final Connections connections;
  private final ProductTasks tasks;
  private final ProductItems items;
  private final Errands errands;

  MovePage(Connections connections, ProductTasks tasks, ProductItems items, Errands errands) {
    this.connections = connections;
    this.tasks = tasks;
    this.items = items;
    this.errands = errands;
  }

  /**
   * One product, and where it goes.
   *
   * @param more how many sales there are beyond those shown
   */
  record Shown(
      ProductsPage.Row product,
      String from,
      String to,
      String fromAccount,
      String toAccount,
      List<Sale> sales,
      int more) {}

  record Sale(String id, String order, String document, String date, String money) {}

  /**
   * @param all {@code product}: the shop's ids; none: all that have an item by now
   */
  @GetMapping("/connections/{name}/products/move")
  String show(
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> all,
      Locale locale,
      Model model) {
    var words = Words.in(locale);
    var connection = connections.named(name);
    var moves = moves(connection, all);
    if (moves.isEmpty()) {
      return "redirect:/connections/" + connection.name() + "/products";
    }
    var products = moves.stream().map(Move::product).toList();
    model.addAttribute(
        "moves", moves.stream().limit(PRODUCTS).map(move -> shown(move, words)).toList());
    model.addAttribute("more", Math.max(0, moves.size() - PRODUCTS));
    model.addAttribute("orders", words.number(orders(connection, moves).size()));
    model.addAttribute("money", words.money(ProductTask.money(products)));
    model.addAttribute("asked", all.getOrDefault(ProductsPage.PRODUCT, List.of()));
    model.addAttribute("fingerprint", fingerprint(moves));
    return "console/product-move";
  }

  private List<Move> moves(Connection connection, MultiValueMap<String, String> all) {
    var named = all.getOrDefault(ProductsPage.PRODUCT, List.of());
    return items.moves(
        connection,
        tasks.of(connection.name()).stream()
            .filter(one -> named.isEmpty() || named.contains(one.id()))
            .toList());
  }

  private List<String> orders(Connection connection, List<Move> moves) {
    return moves.stream()
        .flatMap(move -> tasks.orders(connection.name(), move.product()).stream())
        .distinct()
        .toList();
  }

  /** Another one where an item, a sale or an amount is another. */
  private static String fingerprint(List<Move> moves) {
    return Integer.toHexString(moves.toString().hashCode());
  }

  private static Shown shown(Move move, Words words) {
    var sales =
        move.sales().stream()
            .limit(SALES)
            .map(
                sale ->
                    new Sale(
                        sale.order(),
                        sale.number(),
                        sale.document(),
                        sale.dated().map(words::date).orElse(""),
                        words.money(sale.money())))
            .toList();
    return new Shown(
        ProductsPage.row(move.product(), move.to(), words),
        move.from(),
        move.to(),
        move.fromAccount(),
        move.toAccount(),
        sales,
        Math.max(0, move.sales().size() - SALES));
  }

  /** Moves exactly what was shown. */
  @PostMapping("/connections/{name}/products/move")
  String move(
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> all,
      @RequestParam String fingerprint,
      Locale locale,
      RedirectAttributes next) {
    var connection = connections.named(name);
    next.addAttribute("name", name);
    next.addFlashAttribute(
        Notice.NAME, moved(connection, moves(connection, all), fingerprint, Words.in(locale)));
    return ProductsPage.BACK;
  }

  private Notice moved(Connection connection, List<Move> moves, String fingerprint, Words words) {
    if (moves.isEmpty()) {
      return Notice.good("products.gone");
    }
    if (!fingerprint(moves).equals(fingerprint)) {
      return Notice.bad("products.moved-since");
    }
    var orders = orders(connection, moves);
    var outcome = errands.move(connection, orders);
    if (!outcome.trouble().isEmpty()) {
      return Notice.bad("held.trouble", words.troubleTitle(outcome.trouble()));
    }
    if (!outcome.done()) {
      return Notice.held("products.goes-on", words.number(orders.size()));
    }
    var ids = moves.stream().map(move -> move.product().id()).toList();
    var left = tasks.of(connection.name()).stream().filter(one -> ids.contains(one.id())).count();
    return left == 0
        ? Notice.good("products.moved", words.number(orders.size()))
        : Notice.held("products.left", words.number(orders.size()), words.number(left));
  }
}
