package io.shopbooks.connections;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL with our tables, one for all tests of this room. */
final class ADatabase {

  private static final DataSource SOURCE = pool(start());

  private ADatabase() {}

  /** With nothing in it. */
  static JdbcClient empty() {
    var db = JdbcClient.create(SOURCE);
    db.sql("truncate schedule, shop_start").update();
    return db;
  }

  private static EmbeddedPostgres start() {
    try {
      var server = EmbeddedPostgres.builder().start();
      Flyway.configure().dataSource(server.getPostgresDatabase()).load().migrate();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DataSource pool(EmbeddedPostgres server) {
    var pool = new HikariDataSource();
    pool.setDataSource(server.getPostgresDatabase());
    return pool;
  }
}
