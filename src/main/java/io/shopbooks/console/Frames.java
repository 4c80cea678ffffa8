package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Standing;
import io.shopbooks.report.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page its frame, and its words in the reader's language. */
@ControllerAdvice("io.shopbooks.console")
@ConditionalOnWebApplication
class Frames {

  private static final List<String> ROOMS =
      List.of(
          "",
          "sales",
          "held",
          "runs",
          "reports",
          "plan",
          "check",
          "setup",
          "quickbooks",
          "products",
          "stock");

  private final Connections connections;
  private final Standing standing;
  private final Environment environment;

  Frames(Connections connections, Standing standing, Environment environment) {
    this.connections = connections;
    this.standing = standing;
    this.environment = environment;
  }

  /** The sentences, amounts and dates of the reader's language. */
  @ModelAttribute("words")
  Words words(Locale locale) {
    return Words.in(locale);
  }

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request) {
    var who = SecurityContextHolder.getContext().getAuthentication();
    var signedIn = has(who, Role.VIEWER) || has(who, Role.OPERATOR);
    var names = connections.all().stream().map(Connection::name).toList();
    var current = signedIn ? connection(request, names) : null;
    return new Frame(
        here(request),
        names,
        current,
        current == null ? List.of() : rooms(current, request.getRequestURI()),
        signedIn ? standing.held() : 0,
        signedIn ? who.getName() : "",
        signedIn,
        has(who, Role.OPERATOR),
        environment.matchesProfiles("demo"),
        environment.getProperty("shopbooks.demo.shop", ""),
        environment.getProperty("shopbooks.demo.wix", ""),
        environment.getProperty("shopbooks.demo.books", ""),
        environment.getProperty("shopbooks.demo.mail", ""));
  }

  private static boolean has(Authentication who, Role role) {
    return who != null
        && AuthorityUtils.authorityListToSet(who.getAuthorities()).contains(role.authority());
  }

  private static String here(HttpServletRequest request) {
    var query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  private static String connection(HttpServletRequest request, List<String> names) {
    var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> map
            && map.get("name") instanceof String name
            && names.contains(name)
        ? name
        : null;
  }

  private static List<Frame.Room> rooms(String connection, String here) {
    var home =
        UriComponentsBuilder.fromPath("/connections/{name}").build(connection).toASCIIString();
    return ROOMS.stream()
        .map(
            room -> {
              var address = room.isEmpty() ? home : home + "/" + room;
              var current =
                  here.equals(address) || !room.isEmpty() && here.startsWith(address + "/");
              return new Frame.Room(room.isEmpty() ? "home" : room, address, current);
            })
        .toList();
  }
}
