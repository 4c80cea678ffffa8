package io.shopbooks.console;

import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.report.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The syncs of a connection, the newest first. */
@Controller
@ConditionalOnWebApplication
class RunsPage {

  private static final int ON_PAGE = 50;

  private final Connections connections;
  private final PastRuns runs;

  RunsPage(Connections connections, PastRuns runs) {
    this.connections = connections;
    this.runs = runs;
  }

  /**
   * A run as the page shows it.
   *
   * @param took "1 min 5 s"; empty while it runs, or where its process died
   * @param trouble in words; empty if there was none
   */
  record Shown(long id, String started, String took, String posted, String held, String trouble) {}

  @GetMapping("/connections/{name}/runs")
  String show(
      @PathVariable String name,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      Locale locale,
      Model model) {
    var words = Words.in(locale);
    var connection = connections.named(name);
    var found = runs.before(name, before, ON_PAGE + 1);
    var shown = found.stream().limit(ON_PAGE).toList();
    var zone = connection.choices().zone();
    model.addAttribute("runs", shown.stream().map(run -> shown(run, zone, words)).toList());
    model.addAttribute("name", name);
    model.addAttribute("first", before == Long.MAX_VALUE);
    model.addAttribute("older", found.size() > ON_PAGE ? shown.get(shown.size() - 1).id() : null);
    return "console/runs";
  }

  private static Shown shown(PastRuns.Listed run, ZoneId zone, Words words) {
    return new Shown(
        run.id(),
        words.moment(run.started(), zone),
        run.ended().map(ended -> took(Duration.between(run.started(), ended))).orElse(""),
        words.number(run.posted()),
        words.number(run.held()),
        run.trouble().isEmpty() ? "" : words.troubleTitle(run.trouble()));
  }

  /** The same in both languages. */
  private static String took(Duration time) {
    return time.toMinutes() == 0
        ? Math.max(1, time.toSeconds()) + " s"
        : time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }
}
