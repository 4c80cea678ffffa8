package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Hold;
import io.shopbooks.report.Words;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What needs a person: by reason, with the money at stake, and what to do about it. */
@Controller
@ConditionalOnWebApplication
class HeldPage {

  private static final int SHOWN = 20;
  private static final int IGNORED = 50;

  private final Connections connections;
  private final Held held;
  private final HeldGroups groups;
  private final Errands errands;

  HeldPage(Connections connections, Held held, HeldGroups groups, Errands errands) {
    this.connections = connections;
    this.held = held;
    this.groups = groups;
    this.errands = errands;
  }

  /** What a person left as it is. */
  record Left(
      String connection,
      String order,
      String orderId,
      String title,
      String money,
      String at,
      String note) {}

  @GetMapping("/held")
  String all(Locale locale, Model model) {
    return show(connections.all(), Words.in(locale), model);
  }

  @GetMapping("/connections/{name}/held")
  String of(@PathVariable String name, Locale locale, Model model) {
    return show(List.of(connections.named(name)), Words.in(locale), model);
  }

  private String show(List<Connection> asked, Words words, Model model) {
    model.addAttribute(
        "groups", asked.stream().flatMap(one -> groups.of(one, words, SHOWN).stream()).toList());
    model.addAttribute("ignored", asked.stream().flatMap(one -> left(one, words)).toList());
    return "console/held";
  }

  private Stream<Left> left(Connection connection, Words words) {
    return held.ignored(connection.name(), IGNORED).stream()
        .map(
            ignored ->
                new Left(
                    connection.name(),
                    ignored.hold().number(),
                    ignored.hold().order().id(),
                    words.title(ignored.hold().reason()),
                    words.money(ignored.hold()),
                    words.moment(ignored.at(), connection.choices().zone()),
                    ignored.note()));
  }

  /** Reads one, or all of a group, from the shop again and brings it to the books. */
  @PostMapping("/connections/{name}/held/retry")
  String retry(
      @PathVariable String name,
      @RequestParam Optional<Long> hold,
      @RequestParam(defaultValue = "") String group,
      Locale locale,
      RedirectAttributes next) {
    var connection = connections.named(name);
    var words = Words.in(locale);
    var holds = asked(connection, hold, group, words);
    next.addFlashAttribute(Notice.NAME, retried(connection, holds, words));
    next.addAttribute("name", name);
    return "redirect:/connections/{name}/held";
  }

  Notice retried(Connection connection, List<Hold> holds, Words words) {
    if (holds.isEmpty()) {
      return Notice.good("held.gone");
    }
    var outcome = errands.retry(connection, holds);
    if (!outcome.trouble().isEmpty()) {
      return Notice.bad("held.trouble", words.troubleTitle(outcome.trouble()));
    }
    if (!outcome.done()) {
      return Notice.held("held.goes-on", words.number(holds.size()));
    }
    var orders = holds.stream().map(Hold::order).distinct().toList();
    var still =
        held.of(connection.name()).stream().map(Hold::order).filter(orders::contains).distinct();
    var left = still.count();
    return left == 0
        ? Notice.good("held.retried", words.number(orders.size()))
        : Notice.held("held.still", words.number(orders.size()), words.number(left));
  }

  /** Leaves one, or all of a group, as it is. */
  @PostMapping("/connections/{name}/held/ignore")
  String ignore(
      @PathVariable String name,
      @RequestParam Optional<Long> hold,
      @RequestParam(defaultValue = "") String group,
      @RequestParam String reason,
      Locale locale,
      Principal who,
      RedirectAttributes next) {
    var connection = connections.named(name);
    var words = Words.in(locale);
    next.addAttribute("name", name);
    if (reason.isBlank()) {
      next.addFlashAttribute(Notice.NAME, Notice.bad("held.no-reason"));
      return "redirect:/connections/{name}/held";
    }
    var note = reason.strip() + (who == null ? "" : " (" + who.getName() + ")");
    var holds = asked(connection, hold, group, words);
    var ignored = holds.stream().filter(one -> held.ignore(one, note)).count();
    next.addFlashAttribute(
        Notice.NAME,
        ignored == 0
            ? Notice.good("held.gone")
            : Notice.good("held.ignored", words.number(ignored)));
    return "redirect:/connections/{name}/held";
  }

  private List<Hold> asked(Connection connection, Optional<Long> id, String group, Words words) {
    return id.map(one -> held.of(connection.name()).stream().filter(h -> h.id() == one).toList())
        .orElseGet(() -> groups.named(connection, group, words));
  }
}
