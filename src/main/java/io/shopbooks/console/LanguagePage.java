package io.shopbooks.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Keeps which language a reader wants, in a cookie, and goes back to the page. */
@Controller
@ConditionalOnWebApplication
class LanguagePage {

  private final LocaleResolver locales;

  LanguagePage(LocaleResolver locales) {
    this.locales = locales;
  }

  @PostMapping("/language")
  String choose(
      @RequestParam String language,
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    locales.setLocale(request, response, language.equals("fr") ? Locale.FRENCH : Locale.ENGLISH);
    return "redirect:" + ours(to);
  }

  /** Only pages of this site: two slashes would lead to another. */
  private static String ours(String address) {
    return address.matches("/(?![/\\\\])[^\\s\\\\{}]*") ? address : "/";
  }
}
