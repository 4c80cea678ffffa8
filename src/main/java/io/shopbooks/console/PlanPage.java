package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.KeptPlans;
import io.shopbooks.ledger.Rehearsal;
import io.shopbooks.quickbooks.QuickBooks;
import io.shopbooks.quickbooks.SignInStates;
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

  private final Connections connections;
  private final Turns turns;
  private final KeptPlans plans;
  private final SignInStates signIns;
  private final QuickBooks quickbooks;

  PlanPage(
      Connections connections,
      Turns turns,
      KeptPlans plans,
      SignInStates signIns,
      QuickBooks quickbooks) {
    this.connections = connections;
    this.turns = turns;
    this.plans = plans;
    this.signIns = signIns;
    this.quickbooks = quickbooks;
  }

  @GetMapping("/connections/{name}/plan")
  String show(@PathVariable String name, Model model) {
    connections.named(name);
    return "console/plan";
  }

  /** Plans now. Sends nothing, but reads shop and company: hence no GET. */
  @PostMapping("/connections/{name}/plan")
  String plan(@PathVariable String name, Model model, Locale locale) throws Exception {
    var connection = connections.named(name);
    var before = writes(connection);
    try {
      var done = turns.take("direct:plan-sync", connection, Map.of());
      done.ifPresent(
          planned -> {
            model.addAttribute("plan", planned.getVariable("rehearsal", Rehearsal.class).plan());
            model.addAttribute("writes", writes(connection) - before);
          });
      if (done.isEmpty()) {
        model.addAttribute(Notice.NAME, Notice.held("plan.busy"));
      }
    } catch (Exception e) {
      var trouble = Words.in(locale).troubleTitle(Turns.trouble(e));
      model.addAttribute(Notice.NAME, Notice.bad("plan.trouble", trouble));
    }
    return "console/plan";
  }

  private long writes(Connection connection) {
    return signIns.of(connection).realm().map(quickbooks::writes).orElse(0L);
  }

  /** Sends exactly the plan of this fingerprint, or nothing. */
  @PostMapping("/connections/{name}/plan/apply")
  String apply(
      @PathVariable String name,
      @RequestParam String fingerprint,
      RedirectAttributes next,
      Locale locale)
      throws Exception {
    var connection = connections.named(name);
    next.addFlashAttribute(Notice.NAME, applied(connection, fingerprint, Words.in(locale)));
    return "redirect:/connections/{name}/plan";
  }

  private Notice applied(Connection connection, String fingerprint, Words words) throws Exception {
    var kept = plans.find(fingerprint).filter(plan -> plan.connection().equals(connection.name()));
    if (kept.isEmpty() || kept.get().applied().isPresent()) {
      return Notice.bad("plan.used");
    }
    try {
      var wanted = Map.<String, Object>of("wanted", fingerprint);
      return turns
          .take("direct:apply-plan", connection, wanted)
          .map(done -> done.getVariable("rehearsal", Rehearsal.class))
          .map(PlanPage::came)
          .orElseGet(() -> Notice.held("plan.busy"));
    } catch (Exception e) {
      return Notice.bad("plan.trouble", words.troubleTitle(Turns.trouble(e)));
    }
  }

  private static Notice came(Rehearsal rehearsal) {
    if (!rehearsal.kept()) {
      return Notice.bad("plan.moved");
    }
    return Notice.good("plan.applied", rehearsal.plan().documents());
  }
}
