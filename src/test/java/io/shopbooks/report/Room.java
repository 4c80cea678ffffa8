package io.shopbooks.report;

import io.shopbooks.routes.CoveredSteps;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The report, the ledger it reads, the shop's mappings, and a PostgreSQL of their own. */
// No @Configuration: tests of the whole application scan these packages too, and must not find it.
@EnableAutoConfiguration
@ComponentScan({"io.shopbooks.ledger", "io.shopbooks.report", "io.shopbooks.shop"})
@ConfigurationPropertiesScan("io.shopbooks.ledger")
@Import(Acme.class)
class Room {

  @Bean(destroyMethod = "close")
  EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder().start();
  }

  @Bean
  DataSource dataSource(EmbeddedPostgres postgres) {
    return postgres.getPostgresDatabase();
  }

  @Bean
  HandClock clock() {
    return new HandClock();
  }

  /** The end of a sync: calls the route, and goes on after it. */
  @Bean
  RouteBuilder endOfSync() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:end-of-sync").to("direct:mail-report").setBody(constant("went on"));
      }
    };
  }

  @Bean
  CoveredSteps coveredSteps() {
    return new CoveredSteps();
  }
}
