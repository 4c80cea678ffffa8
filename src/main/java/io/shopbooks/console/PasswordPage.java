package io.shopbooks.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody changes their own password here, also who may only look. */
@Controller
@ConditionalOnWebApplication
class PasswordPage {

  private final People people;
  private final Guesses guesses;

  PasswordPage(People people, Guesses guesses) {
    this.people = people;
    this.guesses = guesses;
  }

  @GetMapping("/password")
  String show(Model model) {
    model.addAttribute("mistake", "");
    return "console/password";
  }

  /** Signs out wherever the person is signed in, but here. */
  @PostMapping("/password")
  String change(
      @AuthenticationPrincipal Person who,
      @RequestParam String old,
      @RequestParam String password,
      Model model,
      RedirectAttributes next,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException {
    var mistake = mistake(who, old, password, request.getRemoteAddr());
    if (mistake.isPresent()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("mistake", mistake.get());
      return "console/password";
    }
    people.givePassword(who.id(), password);
    request.logout();
    request.login(who.name(), password);
    next.addFlashAttribute(Notice.NAME, Notice.good("password.changed"));
    return "redirect:/people";
  }

  /** A message word. A browser that somebody left open is no way to guess the password either. */
  private Optional<String> mistake(Person who, String old, String password, String address) {
    if (guesses.areTooMany(who.name(), address)) {
      return Optional.of("wait");
    }
    if (people.known(who.name(), old).isEmpty()) {
      guesses.add(who.name(), address);
      return Optional.of("old");
    }
    return new NewAccount(who.name(), who.email(), password).mistake();
  }
}
