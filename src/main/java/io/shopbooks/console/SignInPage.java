package io.shopbooks.console;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a sign-in link leads: a page with a button, because a GET changes nothing, and mail
 * programs open links to look at them.
 */
@Controller
@ConditionalOnWebApplication
class SignInPage {

  @GetMapping("/sign-in")
  String show(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(required = false) String failed,
      Model model) {
    model.addAttribute("token", token);
    model.addAttribute("failed", failed != null);
    return "console/sign-in";
  }
}
