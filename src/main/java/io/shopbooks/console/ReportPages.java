package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.ledger.Span;
import io.shopbooks.report.Proof;
import io.shopbooks.report.ReportLetters;
import io.shopbooks.report.Reports;
import io.shopbooks.report.Words;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The mailed report as a page: of one run, or of days a reader names. */
@Controller
@ConditionalOnWebApplication
class ReportPages {

  private static final int USUAL_DAYS = 7;
  private static final int MOST_DAYS = 366;

  private final Connections connections;
  private final PastRuns runs;
  private final Reports reports;
  private final ReportLetters letters;
  private final Clock clock;

  ReportPages(
      Connections connections, PastRuns runs, Reports reports, ReportLetters letters, Clock clock) {
    this.connections = connections;
    this.runs = runs;
    this.reports = reports;
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * The days of a report, both included.
   *
   * @param wrong whether what was asked for is none that can be told
   */
  record Asked(LocalDate from, LocalDate to, boolean wrong) {}

  @GetMapping("/connections/{name}/reports/{run}")
  String ofRun(@PathVariable String name, @PathVariable long run, Locale locale, Model model) {
    var connection = connection(name);
    var days = usual(connection);
    return page(connection, ofRun(connection, run), Optional.of(run), days, locale, model);
  }

  @GetMapping("/connections/{name}/reports")
  String ofDays(
      @PathVariable String name,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Locale locale,
      Model model) {
    var connection = connection(name);
    var asked = asked(connection, from, to);
    return page(connection, ofDays(connection, asked), Optional.empty(), asked, locale, model);
  }

  @GetMapping("/connections/{name}/reports/{run}.csv")
  ResponseEntity<byte[]> fileOfRun(@PathVariable String name, @PathVariable long run) {
    var connection = connection(name);
    return file(name + "-" + run, ofRun(connection, run));
  }

  @GetMapping("/connections/{name}/reports.csv")
  ResponseEntity<byte[]> fileOfDays(
      @PathVariable String name,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    var connection = connection(name);
    var asked = asked(connection, from, to);
    return file(name + "-" + asked.from() + "-" + asked.to(), ofDays(connection, asked));
  }

  private String page(
      Connection connection,
      Proof proof,
      Optional<Long> run,
      Asked days,
      Locale locale,
      Model model) {
    var letter =
        letters.page(
            proof, connection, Words.in(locale), "/connections/" + connection.name() + "/stock");
    model.addAttribute("name", connection.name());
    model.addAttribute("letter", letter);
    model.addAttribute("picture", letters.picture(letter).orElse(""));
    model.addAttribute("days", days);
    model.addAttribute("run", run.map(String::valueOf).orElse(""));
    return "console/report";
  }

  private Proof ofRun(Connection connection, long run) {
    var past =
        runs.find(connection.name(), run)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return reports.proof(connection, past);
  }

  private Proof ofDays(Connection connection, Asked asked) {
    var end = connection.beginOf(asked.to().plusDays(1));
    var now = clock.instant();
    return reports.proof(
        connection, new Span(connection.beginOf(asked.from()), end.isAfter(now) ? now : end));
  }

  private Asked asked(Connection connection, String from, String to) {
    if (from.isBlank() && to.isBlank()) {
      return usual(connection);
    }
    try {
      var first = LocalDate.parse(from);
      var last = to.isBlank() ? usual(connection).to() : LocalDate.parse(to);
      var wrong =
          last.isBefore(first)
              || first.isAfter(usual(connection).to())
              || first.plusDays(MOST_DAYS).isBefore(last);
      return wrong ? wrong(connection) : new Asked(first, last, false);
    } catch (DateTimeException noDay) {
      return wrong(connection);
    }
  }

  private Asked wrong(Connection connection) {
    var usual = usual(connection);
    return new Asked(usual.from(), usual.to(), true);
  }

  private Asked usual(Connection connection) {
    var today = LocalDate.now(clock.withZone(connection.zone()));
    return new Asked(today.minusDays(USUAL_DAYS - 1L), today, false);
  }

  private Connection connection(String name) {
    return connections.all().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ResponseEntity<byte[]> file(String name, Proof proof) {
    var headers = new HttpHeaders();
    headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
    headers.setContentDisposition(ContentDisposition.attachment().filename(name + ".csv").build());
    var text = "\ufeff" + letters.file(proof);
    return new ResponseEntity<>(text.getBytes(StandardCharsets.UTF_8), headers, HttpStatus.OK);
  }
}
