package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.PastRun;
import io.shopbooks.ledger.Standing;
import io.shopbooks.ledger.TakingBack;
import io.shopbooks.quickbooks.SignInStates;
import io.shopbooks.quickbooks.TakeBacks;
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
  private final TakingBack takingBack;
  private final TakeBacks takeBacks;
  private final SignInStates signIns;

  TurnPart(
      Connections connections,
      Turns turns,
      Standing standing,
      TakingBack takingBack,
      TakeBacks takeBacks,
      SignInStates signIns) {
    this.connections = connections;
    this.turns = turns;
    this.standing = standing;
    this.takingBack = takingBack;
    this.takeBacks = takeBacks;
    this.signIns = signIns;
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
    figures(turn, connections.named(name))
        .ifPresent(
            figures -> {
              model.addAttribute("figures", figures.word());
              model.addAttribute("done", words.number(figures.done()));
              model.addAttribute("left", words.number(figures.left()));
            });
  }

  /**
   * How far it is.
   *
   * @param word of the message that tells it, "posted"
   * @param left or how many there are, where the message says so
   */
  private record Figures(String word, int done, int left) {}

  private Optional<Figures> figures(Turn turn, Connection connection) {
    if (WITH_FIGURES.contains(turn.what())) {
      var progress = standing.since(connection.name(), turn.begun());
      return Optional.of(
          new Figures("posted", progress.posted(), progress.toPlan() + progress.toSend()));
    }
    return turn.asked().get("pastRun") instanceof PastRun run
        ? Optional.of(ofUndoing(run, connection))
        : Optional.empty();
  }

  private Figures ofUndoing(PastRun run, Connection connection) {
    return signIns
        .of(connection)
        .realm()
        .flatMap(takeBacks::looking)
        .map(now -> new Figures("looked", now.done(), now.all()))
        .orElseGet(
            () -> {
              var progress = takingBack.progress(run.id());
              return new Figures("deleted", progress.deleted(), progress.left());
            });
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
