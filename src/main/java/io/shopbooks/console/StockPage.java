package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.quickbooks.Quantities;
import io.shopbooks.quickbooks.SignIns;
import io.shopbooks.report.Words;
import io.shopbooks.stock.StockDifference;
import io.shopbooks.stock.StockLists;
import io.shopbooks.stock.StockWhy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows how the shop's stock stands beside QuickBooks' quantities, and takes a person's word. */
@Controller
@ConditionalOnWebApplication
class StockPage {

  private static final String PLACE = "stock";
  private static final int ROWS = 200;
  private static final int CHANGES = 30;
  private static final String BACK = "redirect:/connections/{name}/stock";

  private final Connections connections;
  private final StockLists lists;
  private final Turns turns;
  private final TurnPart part;
  private final Quantities quantities;
  private final SignIns signIns;

  StockPage(
      Connections connections,
      StockLists lists,
      Turns turns,
      TurnPart part,
      Quantities quantities,
      SignIns signIns) {
    this.connections = connections;
    this.lists = lists;
    this.turns = turns;
    this.part = part;
    this.quantities = quantities;
    this.signIns = signIns;
  }

  /**
   * Some rows of a table.
   *
   * @param more how many it does not show
   */
  record Rows(List<Row> rows, int all, int more) {

    static Rows of(List<StockDifference> differences, Words words) {
      return new Rows(
          differences.stream().limit(ROWS).map(one -> Row.of(one, words)).toList(),
          differences.size(),
          Math.max(0, differences.size() - ROWS));
    }
  }

  /** One product, in the reader's words. */
  record Row(String name, String sku, String shop, String books, String title, String text) {

    static Row of(StockDifference one, Words words) {
      var why = one.why().map(word -> "stock." + word.word());
      return new Row(
          one.name(),
          one.skus(),
          one.inShop().map(BigDecimal::toPlainString).orElse(""),
          one.wanted().map(BigDecimal::toPlainString).orElse(""),
          why.map(key -> words.say(key + ".title")).orElse(""),
          why.map(key -> words.say(key + ".explanation", one.facts())).orElse(""));
    }
  }

  @GetMapping("/connections/{name}/stock")
  String show(@PathVariable String name, Model model, Locale locale) {
    var connection = connections.named(name);
    var words = Words.in(locale);
    var all = lists.differences(connection);
    model.addAttribute("enabled", connection.stock().enabled());
    model.addAttribute("standing", lists.standing(connection));
    model.addAttribute("waits", Rows.of(of(all, "confirm"), words));
    model.addAttribute("differs", Rows.of(of(all, "left"), words));
    model.addAttribute("fingerprint", lists.fingerprint(connection).orElse(""));
    model.addAttribute("changes", lists.changes(connection, CHANGES));
    model.addAttribute("zone", connection.zone());
    var turn = part.show(name, PLACE, words, model);
    if (!model.containsAttribute(Notice.NAME)) {
      turn.flatMap(one -> one.made(Boolean.class).map(made -> came(connection, one, made)))
          .ifPresent(notice -> model.addAttribute(Notice.NAME, notice));
    }
    return "console/stock";
  }

  private static List<StockDifference> of(List<StockDifference> all, String state) {
    return all.stream()
        .filter(one -> one.state().equals(state))
        .filter(one -> one.why().map(StockWhy::needsPerson).orElse(true))
        .toList();
  }

  private Notice came(Connection connection, Turn turn, boolean confirmed) {
    if (!quantities.areKept(signIns.realm(connection))) {
      return Notice.bad("stock-page.no-quantities");
    }
    if (turn.isDone("compare")) {
      return Notice.good("stock-page.compared", lists.standing(connection).confirm());
    }
    return confirmed
        ? Notice.good("stock-page.agreed", lists.written(connection, turn.begun()))
        : Notice.bad("stock-page.moved");
  }

  /** Compares now. Writes nothing to the shop, but reads it and the company: hence no GET. */
  @PostMapping("/connections/{name}/stock")
  String compare(@PathVariable String name, RedirectAttributes next) {
    begin(name, "compare", Map.of("whole", true, "shown", "true"), next);
    return BACK;
  }

  /** Writes what was shown under this fingerprint, or nothing. */
  @PostMapping("/connections/{name}/stock/confirm")
  String confirm(
      @PathVariable String name, @RequestParam String fingerprint, RedirectAttributes next) {
    if (!connections.named(name).stock().enabled()) {
      next.addFlashAttribute(Notice.NAME, Notice.bad("stock-page.not-enabled"));
      return BACK;
    }
    begin(name, "confirm", Map.of("whole", true, "agreed", fingerprint), next);
    return BACK;
  }

  private void begin(String name, String what, Map<String, Object> asked, RedirectAttributes next) {
    if (!turns.begin(connections.named(name), PLACE, what, "direct:run-stock", asked)) {
      next.addFlashAttribute(Notice.NAME, Notice.held("plan.busy"));
    }
  }
}
