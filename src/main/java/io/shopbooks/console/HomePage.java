package io.shopbooks.console;

import io.shopbooks.connections.Connections;
import io.shopbooks.report.Words;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what needs a person, and how each connection stands. */
@Controller
@ConditionalOnWebApplication
class HomePage {

  private final Connections connections;
  private final Cards cards;
  private final HeldGroups groups;

  HomePage(Connections connections, Cards cards, HeldGroups groups) {
    this.connections = connections;
    this.cards = cards;
    this.groups = groups;
  }

  @GetMapping("/")
  String show(Locale locale, Model model) {
    var words = Words.in(locale);
    var all = connections.all();
    model.addAttribute("cards", all.stream().map(one -> cards.of(one, words)).toList());
    model.addAttribute(
        "groups", all.stream().flatMap(one -> groups.of(one, words, 0).stream()).toList());
    model.addAttribute(
        "broken",
        connections.findings().values().stream()
            .flatMap(List::stream)
            .map(finding -> SwitchedOff.of(finding, locale))
            .toList());
    return "console/home";
  }
}
