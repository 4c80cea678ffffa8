package io.shopbooks.console;

import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Days;
import io.shopbooks.ledger.Replay;
import io.shopbooks.report.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what today's mappings and choices would make of past orders. */
@Controller
@ConditionalOnWebApplication
class ReplayPage {

  private static final String PLACE = "replay";
  private static final int USUAL_DAYS = 30;
  private static final int ON_PAGE = 200;

  private final Connections connections;
  private final Turns turns;
  private final TurnPart part;
  private final Clock clock;

  ReplayPage(Connections connections, Turns turns, TurnPart part, Clock clock) {
    this.connections = connections;
    this.turns = turns;
    this.part = part;
    this.clock = clock;
  }

  @GetMapping("/connections/{name}/replay")
  String show(@PathVariable String name, Model model, Locale locale) {
    var turn = part.show(name, PLACE, Words.in(locale), model);
    var today = LocalDate.now(clock.withZone(connections.named(name).choices().zone()));
    model.addAttribute(
        "days",
        turn.map(one -> (Days) one.asked().get("days"))
            .orElseGet(() -> new Days(today.minusDays(USUAL_DAYS), today)));
    turn.flatMap(one -> one.made(Replay.class))
        .ifPresent(
            replay -> {
              model.addAttribute("replay", replay);
              model.addAttribute("shown", replay.different().stream().limit(ON_PAGE).toList());
            });
    return "console/replay";
  }

  /** Maps them again. Writes nothing, but reads the company: hence no GET. */
  @PostMapping("/connections/{name}/replay")
  String replay(
      @PathVariable String name,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate until,
      RedirectAttributes next) {
    if (until.isBefore(from)) {
      next.addFlashAttribute(Notice.NAME, Notice.bad("replay.backwards"));
    } else {
      var asked = Map.<String, Object>of("days", new Days(from, until));
      if (!turns.begin(connections.named(name), PLACE, "replay", "direct:plan-sync", asked)) {
        next.addFlashAttribute(Notice.NAME, Notice.held("plan.busy"));
      }
    }
    return "redirect:/connections/{name}/replay";
  }
}
