package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page and action there is, asked for by those who may not. */
class SecurityTest {

  /** What carries its own right: signing in, links, the language of a page. */
  private static final List<String> OPEN =
      List.of(
          "/sign-in",
          "/account",
          "/language",
          "/links/",
          // A terminal's invitation: bound to the browser that presses its button.
          "/connect/",
          "/oauth/quickbooks/",
          "/error");

  /** What everybody signed in may change of their own. */
  private static final String OWN = "/password";

  private static World world;

  @BeforeAll
  static void serve() {
    world = World.of(Store.us(), Region.US, "").served();
    Visitors.operator(world, "en");
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private record Action(RequestMethod method, String path) {

    boolean isOpen() {
      return OPEN.stream().anyMatch(path::startsWith);
    }
  }

  /** Taken from Spring, so that none is forgotten. */
  private static List<Action> actions(Set<RequestMethod> methods) {
    var found =
        world
            .application()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()
            .stream()
            .flatMap(
                mapping ->
                    mapping.getPatternValues().stream()
                        .flatMap(path -> methods(mapping).map(m -> new Action(m, filled(path)))))
            .filter(action -> methods.contains(action.method()))
            .filter(action -> !action.isOpen())
            .distinct()
            .toList();
    assertThat(found).hasSizeGreaterThan(5);
    return found;
  }

  private static Stream<RequestMethod> methods(RequestMappingInfo mapping) {
    var named = mapping.getMethodsCondition().getMethods();
    return named.isEmpty() ? Stream.of(RequestMethod.values()) : named.stream();
  }

  private static String filled(String path) {
    return path.replace("{name}", "acme").replaceAll("\\{[^}]*}", "1");
  }

  private static List<Action> pages() {
    return actions(Set.of(RequestMethod.GET));
  }

  private static List<Action> changes() {
    return actions(
        Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE));
  }

  private static Map<String, String> token(Browser browser, String page) {
    var token = browser.opens(page).select("form input[name=_csrf]").attr("value");
    assertThat(token).isNotEmpty();
    return new HashMap<>(Map.of("_csrf", token, "reason", "x", "role", "VIEWER", "on", "false"));
  }

  /** All that a console could change. */
  private static String state() {
    return world
        .bean(JdbcClient.class)
        .sql(
            """
            select (select count(*) from person) || ' ' || (select count(*) from run) || ' '
              || (select count(*) from sign_in_link) || ' ' || (select count(*) from hold) || ' '
              || (select count(*) from schedule)
            """)
        .query(String.class)
        .single();
  }

  @Test
  void signed_out_every_page_leads_to_signing_in() {
    for (var page : pages()) {
      var browser = Visitors.nobody(world, "en");
      browser.opens(page.path());
      assertThat(browser.path()).as(page.path()).isEqualTo("/sign-in");
    }
  }

  @Test
  void signed_out_every_action_leads_to_signing_in_and_changes_nothing() {
    var before = state();
    for (var change : changes()) {
      var browser = Visitors.nobody(world, "en");
      browser.sends(change.method().name(), change.path(), token(browser, "/sign-in"));
      assertThat(browser.path()).as(change.toString()).isEqualTo("/sign-in");
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void a_viewer_sees_every_page_and_no_action_is_allowed() {
    var vera = Visitors.viewer(world, "en");
    var before = state();
    for (var page : pages()) {
      vera.opens(page.path());
      assertThat(vera.path()).as(page.path()).isNotEqualTo("/sign-in");
      assertThat(vera.status()).as(page.path()).isIn(200, 400, 404);
    }
    for (var change : changes()) {
      if (change.path().equals(OWN)) {
        continue;
      }
      var answer = vera.sends(change.method().name(), change.path(), token(vera, "/"));
      assertThat(vera.status()).as(change.toString()).isEqualTo(403);
      assertThat(answer.text()).contains("That is not allowed");
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void without_its_token_no_action_is_taken_from_an_operator_either() {
    var olga = Visitors.operator(world, "en");
    var before = state();
    for (var change : changes()) {
      var form = token(olga, "/");
      form.remove("_csrf");
      olga.sends(change.method().name(), change.path(), form);
      assertThat(olga.status()).as(change.toString()).isEqualTo(403);
      form.put("_csrf", "forged");
      olga.sends(change.method().name(), change.path(), form);
      assertThat(olga.status()).as(change.toString()).isEqualTo(403);
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void part_of_a_page_sends_the_whole_page_to_sign_in() {
    var browser = Visitors.nobody(world, "en");

    browser.with("HX-Request", "true", "/routes/counts");

    assertThat(browser.status()).isEqualTo(401);
    assertThat(browser.header("HX-Redirect")).isEqualTo("/sign-in");
  }

  @Test
  void errors_say_what_to_do_in_both_languages() {
    var vera = Visitors.viewer(world, "fr");
    assertThat(vera.posts("/people/invite", Map.of()).text())
        .contains("Ce n’est pas permis", "demandez à un opérateur", "Rien n’a été changé");
    assertThat(vera.opens("/nowhere").text()).contains("Cette page n’existe pas");
    assertThat(vera.opens("/connections/acme/runs?before=x").text())
        .contains("Ceci n’a pas pu être compris");
    assertThat(vera.status()).isEqualTo(400);
  }

  @Test
  void signing_in_gives_a_new_session_and_signing_out_ends_it() {
    var browser = Visitors.nobody(world, "en");
    Visitors.signedIn(world, "Ann", Role.OPERATOR, "en");
    browser.opens("/sign-in");
    var before = browser.cookie("JSESSIONID");

    var home = Visitors.signIn(browser, "Ann", Visitors.PASSWORD);

    assertThat(browser.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
    assertThat(browser.presses(home, "/sign-out").text()).contains("You are signed out.");
    browser.opens("/");
    assertThat(browser.path()).isEqualTo("/sign-in");
  }
}
