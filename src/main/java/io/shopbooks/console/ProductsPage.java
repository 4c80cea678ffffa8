package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.ConnectionEditor;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.EditRefused;
import io.shopbooks.connections.Finding;
import io.shopbooks.ledger.ProductTask;
import io.shopbooks.ledger.ProductTasks;
import io.shopbooks.report.Words;
import io.shopbooks.setup.CompanyChoices;
import io.shopbooks.setup.ProductItems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Products that were sold under the default item: a person chooses an item for them. */
@Controller
@ConditionalOnWebApplication
class ProductsPage {

  static final String BACK = "redirect:/connections/{name}/products";

  /**
   * The parameter that names products; there may be commas in it, so that Spring shall not split.
   */
  static final String PRODUCT = "product";

  private static final int SHOWN = 100;

  private final Connections connections;
  private final ConnectionEditor editor;
  private final ProductTasks tasks;
  private final ProductItems items;
  private final CompanyChoices choices;

  ProductsPage(
      Connections connections,
      ConnectionEditor editor,
      ProductTasks tasks,
      ProductItems items,
      CompanyChoices choices) {
    this.connections = connections;
    this.editor = editor;
    this.tasks = tasks;
    this.items = items;
    this.choices = choices;
  }

  /**
   * @param sales how many, in words
   * @param to the item it has by now; empty for none
   */
  record Row(String id, String sku, String name, String sales, String money, String to) {}

  @GetMapping("/connections/{name}/products")
  String show(@PathVariable String name, Locale locale, Model model) {
    var words = Words.in(locale);
    var connection = connections.named(name);
    var all = tasks.of(connection.name());
    var open = all.stream().filter(task -> !task.matched()).toList();
    var matched = all.stream().filter(ProductTask::matched).toList();
    var moves = items.moves(connection, matched.stream().limit(SHOWN).toList());
    model.addAttribute("open", open.stream().limit(SHOWN).map(one -> row(one, "", words)).toList());
    model.addAttribute("openMoney", words.money(ProductTask.money(open)));
    model.addAttribute("openMore", Math.max(0, open.size() - SHOWN));
    model.addAttribute(
        "matched", moves.stream().map(move -> row(move.product(), move.to(), words)).toList());
    model.addAttribute("matchedMoney", words.money(ProductTask.money(matched)));
    model.addAttribute("matchedMore", Math.max(0, matched.size() - SHOWN));
    model.addAttribute("defaultItem", connection.choices().sales().defaultItem());
    return "console/products";
  }

  static Row row(ProductTask task, String to, Words words) {
    return new Row(
        task.id(),
        task.sku(),
        task.name(),
        words.count("sales", task.documents()),
        words.money(task.money()),
        to);
  }

  /** The products that are named and are still there. */
  private List<ProductTask> asked(Connection connection, MultiValueMap<String, String> all) {
    var named = all.getOrDefault(PRODUCT, List.of());
    return tasks.of(connection.name()).stream().filter(one -> named.contains(one.id())).toList();
  }

  /**
   * What there is to choose from, and the difference of the file.
   *
   * @param all {@code product}: the shop's ids, as often as there are some
   * @param choice of an item; absent: what probably fits
   * @param q a part of its name or SKU
   */
  @GetMapping("/connections/{name}/products/item")
  String choose(
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> all,
      @RequestParam Optional<String> choice,
      @RequestParam(defaultValue = "") String q,
      Locale locale,
      Model model) {
    var words = Words.in(locale);
    var connection = connections.named(name);
    var products = asked(connection, all);
    if (products.isEmpty()) {
      return "redirect:/connections/" + connection.name() + "/products";
    }
    var suggestion = items.suggestion(connection, products.get(0));
    var chosen = choice.filter(one -> !one.isEmpty()).or(() -> suggestion);
    var options = choices.items(connection, q);
    model.addAttribute("products", products.stream().map(one -> row(one, "", words)).toList());
    model.addAttribute("money", words.money(ProductTask.money(products)));
    model.addAttribute("options", options);
    model.addAttribute("searchable", choices.hasManyItems(connection));
    model.addAttribute("q", q);
    model.addAttribute("suggestion", suggestion.orElse(null));
    model.addAttribute("choice", chosen.orElse(""));
    model.addAttribute(
        "shown", options.stream().anyMatch(one -> chosen.filter(one.name()::equals).isPresent()));
    model.addAttribute("file", "mappings/connections/" + connection.file().getFileName());
    model.addAttribute("problems", List.of());
    chosen.ifPresent(one -> draft(connection, products, one, model));
    return "console/product-item";
  }

  private void draft(Connection connection, List<ProductTask> products, String item, Model model) {
    if (!choices.hasItem(connection, item)) {
      model.addAttribute("refused", "no_value");
      return;
    }
    try {
      var draft = editor.draft(connection.name(), items.edits(products, item));
      model.addAttribute("difference", draft.difference());
      model.addAttribute("fingerprint", draft.fingerprint());
    } catch (EditRefused e) {
      model.addAttribute("refused", e.why().name().toLowerCase(Locale.ROOT));
      model.addAttribute("problems", e.findings().stream().map(Finding::toString).toList());
    }
  }

  /** Writes what was shown, if the file is still as it was then; what was posted stays. */
  @PostMapping("/connections/{name}/products/item")
  String write(
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> all,
      @RequestParam String choice,
      @RequestParam String fingerprint,
      Locale locale,
      RedirectAttributes next) {
    var products = asked(connections.named(name), all);
    next.addAttribute("name", name);
    next.addFlashAttribute(Notice.NAME, written(name, products, choice, fingerprint, locale));
    return BACK;
  }

  private Notice written(
      String name, List<ProductTask> products, String choice, String fingerprint, Locale locale) {
    if (products.isEmpty()) {
      return Notice.good("products.gone");
    }
    if (!choices.hasItem(connections.named(name), choice)) {
      return Notice.bad("remedy.refused");
    }
    try {
      var draft = editor.draft(name, items.edits(products, choice));
      if (!draft.fingerprint().equals(fingerprint)) {
        return Notice.bad("remedy.changed");
      }
      editor.write(draft);
      items.look(connections.named(name));
      return Notice.good(
          "products.written", Words.in(locale).count("products", products.size()), choice);
    } catch (EditRefused e) {
      return Notice.bad("remedy.refused");
    }
  }
}
