package io.shopbooks.console;

import io.shopbooks.quickbooks.Connecting;
import io.shopbooks.quickbooks.Connecting.Reception;
import io.shopbooks.quickbooks.Connecting.Return;
import io.shopbooks.quickbooks.SignInAttempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where Intuit's page returns to (`quickbooks-online.md` 1.2), and what came of it. The callback
 * takes a code only for a state of the same browser, and leads on at once, so that no code stays in
 * an address that is refreshed or kept.
 */
@Controller
@ConditionalOnWebApplication
class QuickBooksReturn {

  private static final String OUTCOME = "redirect:/oauth/quickbooks/outcome";

  private final Connecting connecting;
  private final BrowserKey browser;
  private final QuickBooksCards cards;
  private final ConsoleAddress address;
  private final Clock clock;

  QuickBooksReturn(
      Connecting connecting,
      BrowserKey browser,
      QuickBooksCards cards,
      ConsoleAddress address,
      Clock clock) {
    this.connecting = connecting;
    this.browser = browser;
    this.cards = cards;
    this.address = address;
    this.clock = clock;
  }

  @GetMapping("/oauth/quickbooks/callback")
  String callback(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String realmId,
      @RequestParam(defaultValue = "") String error,
      HttpServletRequest request) {
    var back = new Return(state, code, realmId, error);
    return switch (connecting.returned(back, browser.known(request))) {
      case TAKEN, TAKEN_BEFORE -> OUTCOME;
      case UNKNOWN -> problem(Reception.UNKNOWN);
      case EXPIRED -> problem(Reception.EXPIRED);
      case INCOMPLETE -> problem(Reception.INCOMPLETE);
    };
  }

  private static String problem(Reception reception) {
    return OUTCOME + "?problem=" + reception.name().toLowerCase(Locale.ROOT);
  }

  @GetMapping("/oauth/quickbooks/outcome")
  String outcome(
      @RequestParam(defaultValue = "") String problem,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var attempt = connecting.last(browser.known(request));
    if (problem.matches("unknown|expired|incomplete")) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return told(problem, attempt.map(SignInAttempt::connection).orElse(""), model);
    }
    if (attempt.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      return told("unknown", "", model);
    }
    return told(attempt.get(), response, model);
  }

  private String told(SignInAttempt attempt, HttpServletResponse response, Model model) {
    var word = attempt.standing(clock.instant());
    if (word.equals("waits")) {
      response.setHeader("Refresh", "3");
    }
    model.addAttribute(
        "company", attempt.company().isBlank() ? attempt.realm() : attempt.company());
    model.addAttribute("realm", attempt.realm());
    model.addAttribute("before", connecting.before(attempt).map(cards::called).orElse(""));
    return told(word, attempt.connection(), model);
  }

  private String told(String word, String connection, Model model) {
    model.addAttribute("word", word);
    model.addAttribute("connection", connection);
    model.addAttribute("callback", address.callback().toString());
    return "console/quickbooks-outcome";
  }

  @PostMapping("/oauth/quickbooks/company")
  String company(@RequestParam String answer, HttpServletRequest request) {
    connecting.answer(browser.known(request), answer.equals("change"));
    return OUTCOME;
  }
}
