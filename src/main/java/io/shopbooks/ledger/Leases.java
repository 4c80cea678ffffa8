package io.shopbooks.ledger;

import jakarta.annotation.PreDestroy;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who works on what: one run per connection, one poster per company, over all processes that share
 * the database. A lease is renewed while its process lives and is free again soon after it died.
 */
@Component("leases")
public class Leases {

  private final JdbcClient db;
  private final Clock clock;
  private final LedgerSettings settings;
  private final String holder = UUID.randomUUID().toString();
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  Leases(JdbcClient db, Clock clock, LedgerSettings settings) {
    this.db = db;
    this.clock = clock;
    this.settings = settings;
  }

  /** Whether the work of this name is now ours; it is not if another process or thread has it. */
  public boolean take(String name) {
    if (!held.add(name)) {
      return false;
    }
    var taken = false;
    try {
      taken = write(name);
    } finally {
      // Also where the database could not be asked: else nobody here could take it ever again.
      if (!taken) {
        held.remove(name);
      }
    }
    return taken;
  }

  private boolean write(String name) {
    var taken =
        db.sql(
                """
                insert into lease (name, holder, held_until) values (:name, :holder, :until)
                on conflict (name) do update
                set holder = excluded.holder, held_until = excluded.held_until
                where lease.held_until < :now or lease.holder = excluded.holder
                """)
            .param("name", name)
            .param("holder", holder)
            .param("until", until())
            .param("now", Timestamp.from(clock.instant()))
            .update();
    return taken > 0;
  }

  /** Whether another process, or another thread of this one, has it now. */
  boolean isElsewhere(String name) {
    return held.contains(name) || isInAnotherProcess(name);
  }

  private boolean isInAnotherProcess(String name) {
    return db.sql(
            "select 1 from lease where name = :name and holder <> :holder and held_until >= :now")
        .param("name", name)
        .param("holder", holder)
        .param("now", Timestamp.from(clock.instant()))
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Others may have it now. */
  public void release(String name) {
    if (held.remove(name)) {
      db.sql("delete from lease where name = :name and holder = :holder")
          .param("name", name)
          .param("holder", holder)
          .update();
    }
  }

  /** A process that ends in order keeps nobody waiting. */
  @PreDestroy
  void releaseAll() {
    List.copyOf(held).forEach(this::release);
  }

  @Scheduled(fixedDelayString = "${shopbooks.ledger.lease-renewal:10s}")
  void renew() {
    for (var name : held) {
      db.sql("update lease set held_until = :until where name = :name and holder = :holder")
          .param("until", until())
          .param("name", name)
          .param("holder", holder)
          .update();
    }
  }

  private Timestamp until() {
    return Timestamp.from(clock.instant().plus(settings.lease()));
  }
}
