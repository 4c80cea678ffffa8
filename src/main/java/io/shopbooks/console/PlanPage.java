package io.shopbooks.console;

import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.KeptPlans;
import io.shopbooks.ledger.Rehearsal;
import io.shopbooks.report.Words;
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

/** Shows what a sync would do, and does exactly that if a person says so. */
@Controller
@ConditionalOnWebApplication
class PlanPage {

  private static final String PLACE = "plan";
  private static final String BACK = "redirect:/connections/{name}/plan";

  private final Connections connections;
  private final Turns turns;
  private final TurnPart part;
  private final KeptPlans plans;

  PlanPage(Connections connections, Turns turns, TurnPart part, KeptPlans plans) {
    this.connections = connections;
    this.turns = turns;
    this.part = part;
    this.plans = plans;
  }

  @GetMapping("/connections/{name}/plan")
  String show(@PathVariable String name, Model model, Locale locale) {
    part.show(name, PLACE, Words.in(locale), model)
        .ifPresent(turn -> turn.made(Rehearsal.class).ifPresent(made -> show(turn, made, model)));
    return "console/plan";
  }

  private static void show(Turn turn, Rehearsal made, Model model) {
    if (turn.isDone("plan")) {
      model.addAttribute("plan", made.plan());
      model.addAttribute("writes", turn.end().join().writes());
    } else if (!model.containsAttribute(Notice.NAME)) {
      model.addAttribute(
          Notice.NAME,
          made.kept()
              ? Notice.good("plan.applied", made.plan().documents())
              : Notice.bad("plan.moved"));
    }
  }

  /** Plans. Sends nothing, but reads shop and company: hence no GET. */
  @PostMapping("/connections/{name}/plan")
  String plan(@PathVariable String name, RedirectAttributes next) {
    begin(name, "plan", "direct:plan-sync", Map.of(), next);
    return BACK;
  }

  /** Sends exactly the plan of this fingerprint, or nothing. */
  @PostMapping("/connections/{name}/plan/apply")
  String apply(
      @PathVariable String name, @RequestParam String fingerprint, RedirectAttributes next) {
    var kept = plans.find(fingerprint).filter(plan -> plan.connection().equals(name));
    if (kept.isEmpty() || kept.get().applied().isPresent()) {
      next.addFlashAttribute(Notice.NAME, Notice.bad("plan.used"));
    } else {
      begin(name, "apply", "direct:apply-plan", Map.of("wanted", fingerprint), next);
    }
    return BACK;
  }

  private void begin(
      String name, String what, String route, Map<String, Object> asked, RedirectAttributes next) {
    if (!turns.begin(connections.named(name), PLACE, what, route, asked)) {
      next.addFlashAttribute(Notice.NAME, Notice.held("plan.busy"));
    }
  }
}
