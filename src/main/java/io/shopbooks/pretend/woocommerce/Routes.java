package io.shopbooks.pretend.woocommerce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The addresses of the API and who answers there. */
final class Routes {

  /** Answers a call; the groups of the address come along. */
  interface Endpoint {
    Answer answer(Call call, MatchResult address);
  }

  /**
   * An address.
   *
   * @param template how it is counted and shown: "/wc/v3/orders/{id}"
   * @param allow what the header Allow says
   */
  record Route(String template, Pattern pattern, String allow, Map<String, Endpoint> byMethod) {

    boolean isCollection() {
      return !template.endsWith("}");
    }

    boolean isBatch() {
      return template.endsWith("/batch");
    }
  }

  /** A route with the address that led there. */
  record Match(Route route, MatchResult address) {}

  private final List<Route> routes = new ArrayList<>();

  /** Starts an address; {@code {id}} stands for a number, {@code {name}} for a word. */
  Adding at(String template, String allow) {
    var regex = template.replace("{id}", "(\\d+)").replace("{name}", "([\\w-]+)");
    var route =
        new Route(
            "/wc/v3/" + template, Pattern.compile("/wc/v3/" + regex), allow, new LinkedHashMap<>());
    routes.add(route);
    return new Adding(route);
  }

  Optional<Match> find(String path) {
    for (var route : routes) {
      var matcher = route.pattern().matcher(path);
      if (matcher.matches()) {
        return Optional.of(new Match(route, matcher.toMatchResult()));
      }
    }
    return Optional.empty();
  }

  /** Adds who answers at an address. */
  record Adding(Route route) {

    Adding get(Endpoint endpoint) {
      return on("GET", endpoint);
    }

    Adding post(Endpoint endpoint) {
      return on("POST", endpoint);
    }

    /** PUT, PATCH and, as WordPress has it, POST to an existing thing. */
    Adding put(Endpoint endpoint) {
      return on("PUT", endpoint).on("PATCH", endpoint).on("POST", endpoint);
    }

    Adding delete(Endpoint endpoint) {
      return on("DELETE", endpoint);
    }

    private Adding on(String method, Endpoint endpoint) {
      route.byMethod().put(method, endpoint);
      return this;
    }
  }
}
