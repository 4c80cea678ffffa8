package io.shopbooks.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Signing in, and where a one-time link leads: a page with a form, because a GET changes nothing,
 * and mail programs open links to look at them.
 */
@Controller
@ConditionalOnWebApplication
class SignInPage {

  private final People people;
  private final SignInLinks links;
  private final PasswordSignIn passwords;
  private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

  SignInPage(People people, SignInLinks links, PasswordSignIn passwords) {
    this.people = people;
    this.links = links;
    this.passwords = passwords;
  }

  @GetMapping("/sign-in")
  String show(Model model) {
    model.addAttribute("nobody", people.all().isEmpty());
    return "console/sign-in";
  }

  @GetMapping("/account")
  String account(@RequestParam(defaultValue = "") String token, Model model) {
    return account(token, new NewAccount("", "", ""), links.isGood(token) ? "" : "link", model);
  }

  /** Makes the account and signs it in. */
  @PostMapping("/account")
  String join(
      @RequestParam String token,
      NewAccount wanted,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException {
    Person joined;
    try {
      var mistake = wanted.mistake();
      if (mistake.isPresent()) {
        throw new People.CannotJoin(mistake.get());
      }
      joined = people.join(token, wanted);
    } catch (People.CannotJoin e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return account(token, wanted, e.word(), model);
    }
    request.logout();
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(passwords.joined(joined));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    return "redirect:/";
  }

  private static String account(String token, NewAccount wanted, String mistake, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("wanted", wanted);
    model.addAttribute("mistake", mistake);
    return "console/account";
  }
}
