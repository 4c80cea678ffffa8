package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** A round of reading in a route's streaming split. */
class SplittingChangesTest {

  @Test
  void a_split_takes_orders_page_by_page_and_the_cursor_after_it() throws Exception {
    try (var server = new ScriptedShop();
        var camel = new DefaultCamelContext()) {
      server.answers(new OrderShelf().holding(150)::answer);
      var asker = new Asker(server);
      var pagesWhenTaken = new ArrayList<Long>();
      var cursors = new ArrayList<Instant>();
      camel.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("direct:fetch")
                  .setProperty("changes", body())
                  .split(body())
                  .streaming()
                  .process(taken -> pagesWhenTaken.add(pages(server)))
                  .end()
                  .process(
                      ended -> cursors.add(ended.getProperty("changes", Changes.class).cursor()));
            }
          });
      camel.start();

      var changes = asker.shops().changes(asker.connection, Optional.of(Instant.EPOCH));
      camel.createProducerTemplate().sendBody("direct:fetch", changes);

      assertThat(pagesWhenTaken).hasSize(150).startsWith(1L).endsWith(2L);
      assertThat(cursors).containsExactly(Instant.parse("2026-11-22T10:00:00Z"));
    }
  }

  private static long pages(ScriptedShop server) {
    return server.requests("/orders").stream().filter(one -> one.method().equals("GET")).count();
  }
}
