package io.shopbooks.pretend.wix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The addresses of the APIs, who may call them and who answers. */
final class Routes {

  /** Answers a call; the parts of the address in braces come along. */
  interface Endpoint {
    Answer answer(Call call, MatchResult address);
  }

  /** Answers a call of an address without parts in braces. */
  interface PlainEndpoint {
    Answer answer(Call call);
  }

  /**
   * An address.
   *
   * @param name how it is counted: "GET /ecom/v1/orders/{id}"
   * @param scope what a caller must be allowed; null for everybody
   * @param app the app that must be installed; null for none
   */
  record Route(
      String method, String name, Pattern pattern, Scope scope, WixApp app, Endpoint endpoint) {}

  /** A route with the address that led there. */
  record Match(Route route, MatchResult address) {}

  private final List<Route> routes = new ArrayList<>();
  private Scope scope;
  private WixApp app;

  /** What follows needs this scope and, unless null, this app. */
  Routes needing(Scope nextScope, WixApp nextApp) {
    scope = nextScope;
    app = nextApp;
    return this;
  }

  Routes get(String template, Endpoint endpoint) {
    return add("GET", template, endpoint);
  }

  Routes post(String template, PlainEndpoint endpoint) {
    return add("POST", template, (call, address) -> endpoint.answer(call));
  }

  Routes patch(String template, Endpoint endpoint) {
    return add("PATCH", template, endpoint);
  }

  private Routes add(String method, String template, Endpoint endpoint) {
    var pattern = Pattern.compile(template.replaceAll("\\{\\w+}", "([^/]+)"));
    routes.add(new Route(method, method + " " + template, pattern, scope, app, endpoint));
    return this;
  }

  /** Who answers there; the first that fits, so fixed addresses come before {id}. */
  Optional<Match> find(String method, String path) {
    for (var route : routes) {
      var matcher = route.pattern().matcher(path);
      if (route.method().equals(method) && matcher.matches()) {
        return Optional.of(new Match(route, matcher.toMatchResult()));
      }
    }
    return Optional.empty();
  }
}
