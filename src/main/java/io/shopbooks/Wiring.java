package io.shopbooks;

import io.shopbooks.books.AsKept;
import io.shopbooks.books.Bookkeeper;
import io.shopbooks.books.Rules;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.SecretLookup;
import io.shopbooks.connections.SecretStore;
import io.shopbooks.data.SecretUnreadable;
import io.shopbooks.data.Secrets;
import io.shopbooks.quickbooks.KeptDocuments;
import io.shopbooks.quickbooks.Waiting;
import io.shopbooks.report.Readings;
import io.shopbooks.report.Seal;
import io.shopbooks.sale.Sale;
import io.shopbooks.shop.Shops;
import java.time.Clock;
import java.util.Currency;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What rooms and routes are lent: the rooms that know no Spring, time, and the doors. */
@Configuration(proxyBeanMethods = false)
class Wiring {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  Waiting waiting() {
    return time -> {
      try {
        Thread.sleep(time.toMillis() + 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** What connection files mean by {@code ${secret:NAME}}. */
  @Bean
  SecretLookup secretLookup(Secrets secrets) {
    return name -> {
      try {
        return secrets.find(name);
      } catch (SecretUnreadable e) {
        throw new SecretLookup.Unreadable(e.getMessage(), e);
      }
    };
  }

  /** Where secrets typed on a page go to. */
  @Bean
  SecretStore secretStore(Secrets secrets) {
    return secrets::put;
  }

  /** By what the report understands shop and QuickBooks: the readers of those rooms. */
  @Bean
  Readings readings(Shops shops) {
    return new Readings() {
      @Override
      public Optional<Sale> sale(Connection connection, String json) {
        // What cannot be read is held, and the report says so.
        return shops.readable(connection, json);
      }

      @Override
      public AsKept kept(String stored, Currency currency) {
        return KeptDocuments.read(stored, currency);
      }
    };
  }

  /** Links in mails are sealed with the key of the secrets. */
  @Bean
  Seal seal(Secrets secrets) {
    return text -> secrets.seal("action-link", text);
  }

  @Bean
  Rules rules() {
    return new Rules();
  }

  @Bean
  Bookkeeper bookkeeper() {
    return new Bookkeeper();
  }

  @Bean
  IdempotentRepository plannedOrders(DataSource database) {
    return door(database, "planned-orders");
  }

  @Bean
  IdempotentRepository webhookDeliveries(DataSource database) {
    return door(database, "webhook-deliveries");
  }

  // Not the lock-aware one: it keeps every key it ever saw in memory and touches each of their rows
  // again and again. A dead process blocks nothing here, because each claim has a key of its own.
  private static IdempotentRepository door(DataSource database, String name) {
    var door = new JdbcMessageIdRepository(database, name);
    door.setCreateTableIfNotExists(false);
    return door;
  }
}
