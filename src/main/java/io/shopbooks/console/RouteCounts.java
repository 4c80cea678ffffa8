package io.shopbooks.console;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.springframework.stereotype.Component;

/**
 * What Camel knows of the routes that run: what they are for, whom they call, what went through.
 */
@Component
class RouteCounts {

  private static final String DIRECT = "direct:";

  private final CamelContext camel;

  RouteCounts(CamelContext camel) {
    this.camel = camel;
  }

  /**
   * A route.
   *
   * @param state Started, Stopped …
   * @param total exchanges that went through it since the start
   * @param failed those of them that ended in a failure
   * @param inflight those under way now
   * @param calls the routes it calls, in its order
   */
  record Counted(
      String id,
      String description,
      String state,
      long total,
      long failed,
      long inflight,
      Set<String> calls) {}

  /** Every route, those that nobody calls first. */
  List<Counted> all() {
    var definitions = camel.getCamelContextExtension().getContextPlugin(Model.class);
    var byAddress = new LinkedHashMap<String, String>();
    for (var route : definitions.getRouteDefinitions()) {
      byAddress.put(route.getInput().getEndpointUri().replaceFirst("\\?.*", ""), route.getId());
    }
    return definitions.getRouteDefinitions().stream()
        .map(route -> counted(route, byAddress))
        .toList();
  }

  private Counted counted(RouteDefinition route, Map<String, String> byAddress) {
    var managed =
        camel
            .getCamelContextExtension()
            .getContextPlugin(ManagedCamelContext.class)
            .getManagedRoute(route.getId());
    var status = camel.getRouteController().getRouteStatus(route.getId());
    try {
      return new Counted(
          route.getId(),
          route.getDescriptionText() == null ? "" : route.getDescriptionText(),
          status == null ? "" : status.name(),
          managed == null ? 0 : managed.getExchangesTotal(),
          managed == null ? 0 : managed.getExchangesFailed(),
          managed == null ? 0 : managed.getExchangesInflight(),
          calls(route, byAddress));
    } catch (Exception e) {
      throw new IllegalStateException("Camel does not tell about " + route.getId(), e);
    }
  }

  private static Set<String> calls(RouteDefinition route, Map<String, String> byAddress) {
    var calls = new LinkedHashSet<String>();
    for (var to :
        ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class)) {
      var address = to.getEndpointUri().replaceFirst("\\?.*", "").replace("direct://", DIRECT);
      var called = byAddress.get(address);
      if (called != null) {
        calls.add(called);
      }
    }
    return calls;
  }
}
