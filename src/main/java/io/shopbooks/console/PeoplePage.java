package io.shopbooks.console;

import io.shopbooks.report.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may open the console: operators invite, change roles and remove. */
@Controller
@ConditionalOnWebApplication
class PeoplePage {

  private static final String BACK = "redirect:/people";

  private final People people;
  private final SignInLinks links;

  PeoplePage(People people, SignInLinks links) {
    this.people = people;
    this.links = links;
  }

  /**
   * A person as the page shows it.
   *
   * @param role a message word
   * @param you whether it is who reads the page
   */
  record Shown(long id, String name, String email, String role, String since, boolean you) {}

  @GetMapping("/people")
  String show(Locale locale, @AuthenticationPrincipal Object who, Model model) {
    var words = Words.in(locale);
    model.addAttribute(
        "people", people.all().stream().map(person -> shown(person, who, words)).toList());
    return "console/people";
  }

  @PostMapping("/people/invite")
  String invite(@RequestParam Role role, RedirectAttributes next) {
    next.addFlashAttribute("link", links.forGuest(role));
    return BACK;
  }

  @PostMapping("/people/{id}/role")
  String give(@PathVariable long id, @RequestParam Role role, RedirectAttributes next) {
    var person = person(id);
    next.addFlashAttribute(
        Notice.NAME,
        people.give(id, role)
            ? Notice.good("people.given", person.name())
            : Notice.bad("people.last"));
    return BACK;
  }

  @GetMapping("/people/{id}/remove")
  String confirm(@PathVariable long id, Model model) {
    model.addAttribute("person", person(id));
    return "console/remove-person";
  }

  @PostMapping("/people/{id}/remove")
  String remove(@PathVariable long id, RedirectAttributes next) {
    var person = person(id);
    next.addFlashAttribute(
        Notice.NAME,
        people.remove(id)
            ? Notice.good("people.removed", person.name())
            : Notice.bad("people.last"));
    return BACK;
  }

  private Person person(long id) {
    return people
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No person " + id));
  }

  private static Shown shown(Person person, Object who, Words words) {
    return new Shown(
        person.id(),
        person.name(),
        person.email(),
        person.role().word(),
        words.date(LocalDate.ofInstant(person.since(), ZoneOffset.UTC)),
        who instanceof Person reader && reader.id() == person.id());
  }
}
