package io.shopbooks.report;

import io.shopbooks.books.AsKept;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.SecretLookup;
import io.shopbooks.connections.SecretStore;
import io.shopbooks.routes.CoveredSteps;
import io.shopbooks.sale.Sale;
import io.shopbooks.shop.Shops;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The report, the ledger it reads, the shop's mappings, and a PostgreSQL of their own. */
// No @Configuration: tests of the whole application scan these packages too, and must not find it.
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {
      "io.shopbooks.connections",
      "io.shopbooks.ledger",
      "io.shopbooks.report",
      "io.shopbooks.shop"
    },
    excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"))
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

  @Bean
  Readings readings(Shops shops) {
    return new Readings() {
      @Override
      public Optional<Sale> sale(Connection connection, String json) {
        return shops.readable(connection, json);
      }

      @Override
      public AsKept kept(String stored, Currency currency) {
        return AsKept.untold();
      }
    };
  }

  @Bean
  SecretLookup secretLookup() {
    return name -> Optional.empty();
  }

  @Bean
  SecretStore secretStore() {
    return (name, text) -> {
      throw new AssertionError("Nothing is kept here: " + name);
    };
  }

  @Bean
  Seal seal() {
    return text -> text.getBytes(StandardCharsets.UTF_8);
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
