package io.shopbooks.cli;

import io.shopbooks.books.Bookkeeper;
import io.shopbooks.books.Rules;
import io.shopbooks.shop.Mappings;
import io.shopbooks.shop.Shops;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/**
 * The real route files that plan an order, as they are now, in a Camel without Spring: {@code
 * plan-documents} and every route it calls.
 */
final class ExampleRoutes implements AutoCloseable {

  private static final String PLANNING = "plan-documents";
  private static final String POLICIES = "on-error";
  private static final List<String> LEDGER =
      List.of(
          "lookout",
          "otherSales",
          "parents",
          "orderPayments",
          "recognised",
          "planning",
          "documents",
          "productTasks",
          "withdrawals",
          "held");

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final ProducerTemplate producer;
  private final ExampleLedger ledger = new ExampleLedger();
  private final Path routes;

  /**
   * @throws BrokenExample if a route file is missing or broken
   */
  ExampleRoutes(Path routes, Mappings mappings) {
    this.routes = routes;
    var registry = camel.getRegistry();
    registry.bind("mappings", mappings);
    registry.bind("shops", Shops.offline(mappings));
    registry.bind("rules", new Rules());
    registry.bind("bookkeeper", new Bookkeeper());
    registry.bind("plannedOrders", new MemoryIdempotentRepository());
    LEDGER.forEach(name -> registry.bind(name, ledger));
    camel.getShutdownStrategy().setTimeout(1);
    load(POLICIES);
    load(PLANNING);
    for (var called = called(); !called.isEmpty(); called = called()) {
      called.forEach(this::load);
    }
    camel.start();
    producer = camel.createProducerTemplate();
  }

  private void load(String name) {
    var file = routes.resolve(name + ".camel.yaml");
    try {
      var resource =
          PluginHelper.getResourceLoader(camel).resolveResource("file:" + file.toAbsolutePath());
      PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
    } catch (Exception e) {
      throw new BrokenExample(
          file, "Camel cannot load it: " + e.getMessage(), "Correct the route.");
    }
  }

  /** Routes that are called and not yet there; a route's file has its name. */
  private Set<String> called() {
    var names = new TreeSet<String>();
    for (var route : camel.getRouteDefinitions()) {
      ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class).stream()
          .map(ToDefinition::getUri)
          .filter(uri -> uri.startsWith("direct:"))
          .map(uri -> uri.substring("direct:".length()))
          .forEach(names::add);
    }
    camel.getRouteDefinitions().forEach(route -> names.remove(route.getId()));
    return names;
  }

  /**
   * Plans the example's order; what came of it is told until the next one is planned.
   *
   * @throws org.apache.camel.CamelExecutionException with what the routes let through
   */
  ExampleLedger plan(ExampleCase example) {
    ledger.begin(example);
    var variables =
        Map.<String, Object>of("connection", example.connection(), "realm", ExampleCompany.REALM);
    var planned =
        producer.send("direct:" + PLANNING, exchange -> variables.forEach(exchange::setVariable));
    if (planned.getException() != null) {
      throw new CamelExecutionException("Planning failed", planned, planned.getException());
    }
    return ledger;
  }

  @Override
  public void close() {
    camel.stop();
  }
}
