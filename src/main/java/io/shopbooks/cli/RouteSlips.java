package io.shopbooks.cli;

import io.shopbooks.data.CannotStart;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Stops the start over slips in route files that Camel takes without a word, and that would show
 * only with an order under way.
 */
@Component
class RouteSlips {

  private static final String DIRECT = "direct://";

  private final CamelContext camel;
  private final RouteFiles files;

  RouteSlips(CamelContext camel, Environment environment) {
    this.camel = camel;
    this.files = RouteFiles.of(environment);
  }

  // Camel would only log what its own callbacks throw.
  @EventListener(ApplicationStartedEvent.class)
  void stopOverSlips() {
    var model = (ModelCamelContext) camel;
    if (model.getRouteDefinitions().isEmpty()) {
      throw new CannotStart(
          "There are no routes in " + files.folder() + ".",
          "Set SHOPBOOKS_ROUTES to the folder of your routes.");
    }
    model.getRouteDefinitions().forEach(route -> check(route, model));
    nobody().ifPresent(this::refuse);
  }

  private void check(RouteDefinition route, ModelCamelContext model) {
    var file = files.file(route.getRouteId());
    var from = route.getResource() == null ? "" : route.getResource().getLocation();
    if (!from.endsWith("/" + file.getFileName())) {
      throw new CannotStart(
          from.replaceFirst("^file:", "")
              + ": The route in this file has the id '"
              + route.getRouteId()
              + "'.",
          "Give route and file one name, and each route a file of its own.");
    }
    var known =
        model.getRouteConfigurationDefinitions().stream()
            .map(policy -> policy.getId())
            .collect(Collectors.toSet());
    policies(route)
        .filter(policy -> !known.contains(policy))
        .findFirst()
        .ifPresent(
            policy -> {
              throw new CannotStart(
                  files.place(route.getRouteId(), "routeConfigurationId: " + policy)
                      + ": There is no error policy '"
                      + policy
                      + "'.",
                  "Name one of those in on-error.camel.yaml: " + sorted(known) + ".");
            });
    if (policies(route).findAny().isEmpty()) {
      throw new CannotStart(
          file + ": The route names no error policy.",
          "Write routeConfigurationId: with one of those in on-error.camel.yaml: "
              + sorted(known)
              + ".");
    }
  }

  private static Stream<String> policies(RouteDefinition route) {
    return Optional.ofNullable(route.getRouteConfigurationId()).stream()
        .flatMap(ids -> Arrays.stream(ids.split(",")));
  }

  private static String sorted(Set<String> words) {
    return words.stream().sorted().collect(Collectors.joining(", "));
  }

  /** A route that is called and is not there. */
  private Optional<String> nobody() {
    var there =
        camel.getRoutes().stream().map(route -> route.getEndpoint().getEndpointUri()).toList();
    return camel.getEndpoints().stream()
        .map(Endpoint::getEndpointUri)
        .filter(uri -> uri.startsWith(DIRECT) && !there.contains(uri))
        .map(uri -> uri.substring(DIRECT.length()))
        .sorted()
        .findFirst();
  }

  private void refuse(String called) {
    throw new CannotStart(
        files.placeOf("name: " + called)
            + ": It calls the route '"
            + called
            + "', which is not there.",
        "Call one that is there, or add " + files.file(called) + ".");
  }
}
