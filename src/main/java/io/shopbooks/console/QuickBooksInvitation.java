package io.shopbooks.console;

import io.shopbooks.quickbooks.Connecting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where the address leads that {@code connect} prints. Nobody need be signed in here: the address
 * is the permission for this one sign-in, for one browser.
 */
@Controller
@ConditionalOnWebApplication
class QuickBooksInvitation {

  private final Connecting connecting;
  private final Leaving leaving;

  QuickBooksInvitation(Connecting connecting, Leaving leaving) {
    this.connecting = connecting;
    this.leaving = leaving;
  }

  @GetMapping("/connect/{ticket}")
  String show(@PathVariable String ticket, HttpServletResponse response, Model model) {
    var attempt = connecting.invited(ticket);
    if (attempt.isEmpty()) {
      return over(response, model);
    }
    model.addAttribute("connection", attempt.get().connection());
    model.addAttribute("ticket", ticket);
    return "console/quickbooks-invitation";
  }

  @PostMapping("/connect/{ticket}")
  String accept(
      @PathVariable String ticket,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return leaving
        .accept(ticket, request)
        .map(to -> leaving.to(to, response, model))
        .orElseGet(() -> over(response, model));
  }

  private static String over(HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.GONE.value());
    model.addAttribute("connection", "");
    return "console/quickbooks-invitation";
  }
}
