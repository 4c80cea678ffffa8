package io.shopbooks.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.sale.Money;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The whole room on a real PostgreSQL, one for all its tests, and what the routes do with it. */
final class ALedger {

  static final Duration LONGEST_REQUEST = Duration.ofSeconds(120);
  private static final AnnotationConfigApplicationContext ROOM = room();

  final LedgerClock clock = bean(LedgerClock.class);
  final JdbcClient db = bean(JdbcClient.class);
  final Orders orders = bean(Orders.class);
  final Planning planning = bean(Planning.class);
  final Documents documents = bean(Documents.class);
  final Deliveries deliveries = bean(Deliveries.class);
  final Requests requests = bean(Requests.class);
  final Postings postings = bean(Postings.class);
  final Held held = bean(Held.class);
  final Work work = bean(Work.class);
  private int posted;

  private ALedger() {
    clock.turnBack();
    db.sql(
            """
            truncate shop_order, document, document_need, request, request_document, hold, canary,
              history, run, cursor, lease, hint, product_without_item restart identity cascade
            """)
        .update();
  }

  /** With nothing in it; the clock stands at its start. */
  static ALedger empty() {
    return new ALedger();
  }

  <T> T bean(Class<T> type) {
    return ROOM.getBean(type);
  }

  /** The order comes, and these documents are planned for it. */
  ALedger with(String order, Document... planned) {
    orders.received(Acme.CONNECTION, Acme.REALM, Acme.order(order, "10.00"));
    plans(take(order), planned);
    return this;
  }

  /** The order, claimed; the clock moves past earlier claims. */
  ReceivedOrder take(String order) {
    clock.pass(Duration.ofMinutes(2));
    return planning.takeReceived(Acme.CONNECTION, Acme.REALM, 100).stream()
        .filter(one -> one.key().id().equals(order))
        .findFirst()
        .orElseThrow();
  }

  void plans(ReceivedOrder order, Document... planned) {
    documents.planned(order, List.of(planned), "1");
    planning.planned(order);
  }

  List<Delivery> due() {
    return deliveries.takeDue(Acme.REALM, 10, 3);
  }

  /** The document is sent alone; answers the request's id. */
  String sends(Due due) {
    return sends(List.of(due));
  }

  String sends(List<Due> documents) {
    var request = UUID.randomUUID().toString();
    requests.sending(Acme.REALM, documents, request, "batch", "{}");
    return request;
  }

  /** Everything that is due now goes, and QuickBooks takes it as it is. */
  void posts() {
    for (var next = due(); !next.isEmpty(); next = due()) {
      for (var delivery : next) {
        sends(delivery.documents());
        delivery.documents().forEach(due -> posts(due, due.document().total()));
      }
    }
  }

  void posts(Due due, Money total) {
    postings.posted(inBooks(due, Integer.toString(180 + ++posted), total));
  }

  static Outcome inBooks(Due due, String id, Money total) {
    var number = due.document().header().number().orElse("");
    return Outcome.posted(due.id(), new Outcome.Posted(id, "0", total, number, "{}"));
  }

  Due onlyDue() {
    var due = due();
    if (due.size() != 1 || due.get(0).isBatch()) {
      throw new AssertionError("due: " + due);
    }
    return due.get(0).documents().get(0);
  }

  String state(DocumentKey key) {
    return column(key, "state");
  }

  String column(DocumentKey key, String column) {
    return db.sql(
            "select "
                + column
                + "::text from document where shop = :shop and purpose = :purpose and shop_id = :id")
        .param("shop", key.shop().value())
        .param("purpose", key.kind().purpose().name())
        .param("id", key.shopId())
        .query(String.class)
        .optional()
        .orElse("absent");
  }

  String stateOfOrder(String order) {
    return db.sql("select state from shop_order where order_id = :order")
        .param("order", order)
        .query(String.class)
        .single();
  }

  /** "order unreadable", "document 1 wrong-total", in the order in which they were held. */
  List<String> holds() {
    return held.of("acme").stream()
        .map(hold -> hold.subject() + " " + hold.reason().why().word())
        .toList();
  }

  Hold holdOf(String order) {
    return held.of("acme").stream()
        .filter(hold -> hold.order().id().equals(order))
        .findFirst()
        .orElseThrow();
  }

  private static AnnotationConfigApplicationContext room() {
    var context = new AnnotationConfigApplicationContext();
    context.getEnvironment().addActiveProfile("ledger-alone");
    context.register(Room.class);
    context.refresh();
    return context;
  }

  /** Not for tests of the whole application, which find it by its package. */
  @Configuration(proxyBeanMethods = false)
  @Profile("ledger-alone")
  @EnableTransactionManagement
  @ComponentScan("io.shopbooks.ledger")
  static class Room {

    @Bean
    LedgerClock clock() {
      return new LedgerClock();
    }

    @Bean
    LedgerSettings settings() {
      return new LedgerSettings(LONGEST_REQUEST, Duration.ofSeconds(30));
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
      return EmbeddedPostgres.builder().start();
    }

    @Bean
    DataSource database(EmbeddedPostgres postgres) {
      Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
      var pool = new HikariDataSource();
      pool.setDataSource(postgres.getPostgresDatabase());
      return pool;
    }

    @Bean
    JdbcClient jdbc(DataSource database) {
      return JdbcClient.create(database);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
      return new DataSourceTransactionManager(database);
    }
  }
}
