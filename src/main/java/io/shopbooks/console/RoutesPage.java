package io.shopbooks.console;

import io.shopbooks.report.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The flows as a picture, with what went through each since the start. */
@Controller
@ConditionalOnWebApplication
class RoutesPage {

  private final RouteCounts counts;

  RoutesPage(RouteCounts counts) {
    this.counts = counts;
  }

  @GetMapping("/routes")
  String show(Locale locale, Model model) {
    var routes = counts.all();
    var calls = new LinkedHashMap<String, Set<String>>();
    routes.forEach(route -> calls.put(route.id(), route.calls()));
    var failing =
        routes.stream()
            .filter(route -> route.failed() > 0 || !route.state().equals("Started"))
            .map(RouteCounts.Counted::id)
            .collect(Collectors.toSet());
    model.addAttribute("picture", RoutePicture.of(calls, failing));
    model.addAttribute(
        "routes", routes.stream().sorted(Comparator.comparing(RouteCounts.Counted::id)).toList());
    model.addAttribute(
        "byId", routes.stream().collect(Collectors.toMap(RouteCounts.Counted::id, r -> r)));
    model.addAttribute("words", Words.in(locale));
    return "console/routes";
  }

  /** The counts alone, asked for again and again while the page is open. */
  @GetMapping("/routes/counts")
  String counts(Locale locale, Model model) {
    show(locale, model);
    return "console/routes :: live";
  }
}
