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
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  private static final int ROWS = 200;
  private static final int CHANGES = 30;
  private static final String BACK = "redirect:/connections/{name}/stock";

  private final Connections connections;
  private final StockLists lists;
  private final Turns turns;
  private final Quantities quantities;
  private final SignIns signIns;
  private final Clock clock;

  StockPage(
      Connections connections,
      StockLists lists,
      Turns turns,
      Quantities quantities,
      SignIns signIns,
      Clock clock) {
    this.connections = connections;
    this.lists = lists;
    this.turns = turns;
    this.quantities = quantities;
    this.signIns = signIns;
    this.clock = clock;
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
    return "console/stock";
  }

  private static List<StockDifference> of(List<StockDifference> all, String state) {
    return all.stream()
        .filter(one -> one.state().equals(state))
        .filter(one -> one.why().map(StockWhy::needsPerson).orElse(true))
        .toList();
  }

  /** Compares now. Writes nothing to the shop, but reads it and the company: hence no GET. */
  @PostMapping("/connections/{name}/stock")
  String compare(@PathVariable String name, RedirectAttributes next, Locale locale)
      throws Exception {
    var connection = connections.named(name);
    next.addFlashAttribute(Notice.NAME, ran(connection, Optional.empty(), Words.in(locale)));
    return BACK;
  }

  /** Writes what was shown under this fingerprint, or nothing. */
  @PostMapping("/connections/{name}/stock/confirm")
  String confirm(
      @PathVariable String name,
      @RequestParam String fingerprint,
      RedirectAttributes next,
      Locale locale)
      throws Exception {
    var connection = connections.named(name);
    next.addFlashAttribute(
        Notice.NAME, ran(connection, Optional.of(fingerprint), Words.in(locale)));
    return BACK;
  }

  private Notice ran(Connection connection, Optional<String> agreed, Words words) throws Exception {
    var began = clock.instant();
    var wanted = new HashMap<String, Object>(Map.of("whole", true));
    wanted.put(agreed.isPresent() ? "agreed" : "shown", agreed.orElse("true"));
    try {
      var done = turns.takeIfFree("direct:run-stock", connection, wanted);
      if (done.isEmpty()) {
        return Notice.held("stock-page.busy");
      }
      if (!quantities.areKept(signIns.realm(connection))) {
        return Notice.bad("stock-page.no-quantities");
      }
      if (agreed.isEmpty()) {
        return Notice.good("stock-page.compared", lists.standing(connection).confirm());
      }
      return done.get().getVariable("confirmed", false, Boolean.class)
          ? Notice.good("stock-page.agreed", lists.written(connection, began))
          : Notice.bad("stock-page.moved");
    } catch (Exception e) {
      return Notice.bad("stock-page.trouble", words.troubleTitle(Turns.trouble(e)));
    }
  }
}
