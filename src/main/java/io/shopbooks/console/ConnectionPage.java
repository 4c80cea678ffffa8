package io.shopbooks.console;

import io.shopbooks.connections.Connections;
import io.shopbooks.connections.Due;
import io.shopbooks.ledger.SalesByDay;
import io.shopbooks.ledger.Standing;
import io.shopbooks.report.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How one connection stands; syncs it now, and switches its schedule off and on. */
@Controller
@ConditionalOnWebApplication
class ConnectionPage {

  private static final int DAYS = 30;
  private static final String BACK = "redirect:/connections/{name}";

  private final Connections connections;
  private final Cards cards;
  private final Standing standing;
  private final SalesByDay sales;
  private final Due due;
  private final Errands errands;
  private final Clock clock;

  ConnectionPage(
      Connections connections,
      Cards cards,
      Standing standing,
      SalesByDay sales,
      Due due,
      Errands errands,
      Clock clock) {
    this.connections = connections;
    this.cards = cards;
    this.standing = standing;
    this.sales = sales;
    this.due = due;
    this.errands = errands;
    this.clock = clock;
  }

  @GetMapping("/connections/{name}")
  String show(@PathVariable String name, Locale locale, Model model) {
    var words = Words.in(locale);
    var connection = connections.named(name);
    var zone = connection.choices().zone();
    var today = LocalDate.now(clock.withZone(zone));
    var first = today.minusDays(DAYS - 1);
    model.addAttribute("name", name);
    model.addAttribute("card", cards.of(connection, words));
    model.addAttribute("chart", DayChart.of(sales.days(name, first, zone), first, today, words));
    model.addAttribute(
        "waitingSince",
        sales.waitingSince(name).map(since -> words.moment(since, zone)).orElse(""));
    model.addAttribute("automatic", due.isAutomatic(connection));
    model.addAttribute("schedule", connection.schedule().cron().orElse(""));
    progress(name, words, model);
    return "console/connection";
  }

  /** The part of the page that changes while a sync runs. */
  @GetMapping("/connections/{name}/progress")
  String progress(
      @PathVariable String name, Locale locale, Model model, HttpServletResponse response) {
    connections.named(name);
    model.addAttribute("name", name);
    if (!progress(name, Words.in(locale), model)) {
      // It is over: the rest of the page has new figures, too.
      response.setHeader("HX-Refresh", "true");
    }
    return "console/connection :: progress";
  }

  /** Answers whether a sync runs. */
  private boolean progress(String name, Words words, Model model) {
    var run = standing.lastRun(name).filter(Standing.LastRun::goesOn);
    var runs = errands.isSyncing(name) || run.isPresent();
    model.addAttribute("runs", runs);
    run.ifPresent(
        last -> {
          var progress = standing.since(name, last.started());
          model.addAttribute("read", words.number(progress.read()));
          model.addAttribute("posted", words.number(progress.posted()));
          model.addAttribute("left", words.number(progress.toPlan() + progress.toSend()));
        });
    return runs;
  }

  @PostMapping("/connections/{name}/sync")
  String sync(@PathVariable String name, RedirectAttributes next) {
    errands.sync(connections.named(name).name());
    next.addFlashAttribute(Notice.NAME, Notice.good("connection.started"));
    next.addAttribute("name", name);
    return BACK;
  }

  /** Kept in the database: the file says when, this says whether. */
  @PostMapping("/connections/{name}/automatic")
  String automatic(@PathVariable String name, @RequestParam boolean on, RedirectAttributes next) {
    due.setAutomatic(connections.named(name), on);
    next.addFlashAttribute(
        Notice.NAME, on ? Notice.good("connection.on") : Notice.held("connection.off"));
    next.addAttribute("name", name);
    return BACK;
  }
}
