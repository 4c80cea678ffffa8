package io.shopbooks.console;

import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Standing;
import io.shopbooks.report.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The part of a page that tells how far it is with what the page began. */
@Controller
@ConditionalOnWebApplication
class TurnPart {

  /** What others see of plans is nothing: they are taken back. */
  private static final Set<String> WITH_FIGURES = Set.of("apply", "redo");

  private final Connections connections;
  private final Turns turns;
  private final Standing standing;

  TurnPart(Connections connections, Turns turns, Standing standing) {
    this.connections = connections;
    this.turns = turns;
    this.standing = standing;
  }

  /** Puts it into a page's model, and answers what was begun there. */
  Optional<Turn> show(String name, String place, Words words, Model model) {
    var connection = connections.named(name);
    var turn = turns.at(connection, place);
    turn.filter(Turn::runs).ifPresent(running -> tell(running, name, place, words, model));
    if (!model.containsAttribute(Notice.NAME)) {
      turn.flatMap(one -> one.why(words))
          .ifPresent(notice -> model.addAttribute(Notice.NAME, notice));
    }
    return turn;
  }

  private void tell(Turn turn, String name, String place, Words words, Model model) {
    model.addAttribute("name", name);
    model.addAttribute("place", place);
    model.addAttribute("doing", turn.what());
    model.addAttribute(
        "began", words.moment(turn.begun(), connections.named(name).choices().zone()));
    if (WITH_FIGURES.contains(turn.what())) {
      var progress = standing.since(name, turn.begun());
      model.addAttribute("posted", words.number(progress.posted()));
      model.addAttribute("left", words.number(progress.toPlan() + progress.toSend()));
    }
  }

  @GetMapping("/connections/{name}/turns/{place}")
  String look(
      @PathVariable String name,
      @PathVariable String place,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    if (show(name, place, Words.in(locale), model).filter(Turn::runs).isEmpty()) {
      // It is over: the page has more to show.
      response.setHeader("HX-Refresh", "true");
    }
    return "console/turn :: turn";
  }
}
