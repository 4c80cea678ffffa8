package io.shopbooks.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that breaks off ends with trouble, unless it breaks off because the program stops. */
class StoppedRunTest {

  private final List<String> told = new CopyOnWriteArrayList<>();

  /** All beans that the routes of runs call. */
  public final class Everything {

    public String start(Object connection) {
      return "1";
    }

    public String realm(Object connection) {
      return "1";
    }

    public boolean isLeftToSend(Object realm) {
      return true;
    }

    public boolean areFollowed(Object connection, Object realm) {
      return false;
    }

    public void after(Object connection, Object run) {
      told.add("looked whether it was good");
    }

    public void trouble(Object run, Exception caught) {
      told.add(caught.getMessage());
    }

    public void end(Object run) {
      told.add("ended");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"run-sync", "send-plan", "book-again"})
  void what_nobody_foresaw_is_trouble_and_the_run_ends_and_is_told(String route) throws Exception {
    try (var camel = camel(route, exchange -> {})) {
      assertThat(goes(camel, route).getException()).isNull();
    }

    assertThat(told).startsWith("it broke", "ended").endsWith("mailed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run-sync", "send-plan", "book-again"})
  void a_stop_of_the_program_is_none_and_leaves_the_run_to_the_next(String route) throws Exception {
    var stop = new CompletableFuture<Void>();
    try (var camel =
        camel(
            route,
            exchange -> {
              stop.completeAsync(
                  () -> {
                    exchange.getContext().stop();
                    return null;
                  });
              await().until(exchange.getContext()::isStopping);
            })) {
      assertThat(goes(camel, route).getException()).hasMessage("it broke");
      stop.join();
    }

    assertThat(told).isEmpty();
  }

  private static Exchange goes(CamelContext camel, String route) {
    return camel.createProducerTemplate().send("direct:" + route, exchange -> {});
  }

  /** The route as it is; whatever it calls to work breaks once this has happened. */
  private CamelContext camel(String route, org.apache.camel.Processor before) throws Exception {
    var camel = new DefaultCamelContext();
    for (var bean : List.of("runs", "signIns", "work", "heartbeat", "taken", "quantities")) {
      camel.getRegistry().bind(bean, new Everything());
    }
    for (var file : List.of("on-error", route)) {
      var resource = Path.of("routes", file + ".camel.yaml").toAbsolutePath();
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + resource));
    }
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            for (var called : List.of("fetch-orders", "post-documents", "bring-to-books")) {
              from("direct:" + called)
                  .errorHandler(noErrorHandler())
                  .process(before)
                  .throwException(IllegalStateException.class, "it broke");
            }
            from("direct:mail-report").process(exchange -> told.add("mailed"));
          }
        });
    camel.start();
    return camel;
  }
}
