package io.shopbooks.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Who may open the console, and what they may do there. */
@Component
class People {

  private final JdbcClient db;
  private final Clock clock;
  private final SignInLinks links;
  private final PasswordEncoder encoder =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();
  // Asked for where nobody has the name, so that the time it takes tells nothing.
  private final Supplier<String> nobodys = SingletonSupplier.of(() -> encoder.encode("nobody's"));

  People(JdbcClient db, Clock clock, SignInLinks links) {
    this.db = db;
    this.clock = clock;
    this.links = links;
  }

  /** Why somebody cannot join: a message word. */
  static final class CannotJoin extends Exception {

    private final String word;

    CannotJoin(String word) {
      super(word);
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** By name. */
  List<Person> all() {
    return db.sql("select * from person order by lower(name)").query(People::person).list();
  }

  Optional<Person> find(long id) {
    return db.sql("select * from person where id = :id")
        .param("id", id)
        .query(People::person)
        .optional();
  }

  /** The person of this name, if the password is theirs. */
  Optional<Person> known(String name, String password) {
    record Found(Person person, String hash) {}
    var found =
        db.sql("select * from person where lower(name) = lower(:name)")
            .param("name", name.strip())
            .query((row, n) -> new Found(person(row, n), row.getString("password")))
            .optional();
    var otherwise = nobodys.get();
    var matches = encoder.matches(password, found.map(Found::hash).orElse(otherwise));
    return matches ? found.map(Found::person) : Optional.empty();
  }

  /**
   * Makes an account with a one-time link, or with one from the terminal gives an account a new
   * password. The first account ends what other links the starts before it printed, because logs
   * keep them.
   *
   * @throws CannotJoin if the link is used up or the name is taken; the link stays as it was
   */
  @Transactional(rollbackFor = CannotJoin.class)
  Person join(String token, NewAccount account) throws CannotJoin {
    var right = links.use(token).orElseThrow(() -> new CannotJoin("link"));
    // A link for a viewer must not give somebody else's account away.
    var mayReplace = right.fromTerminal() && right.role() == Role.OPERATOR;
    var isFirst = all().isEmpty();
    var joined =
        db.sql(
                """
                insert into person (name, email, password, role, since, changed_at)
                values (:name, :email, :password, :role, :now, :now)
                on conflict (lower(name)) do update set password = excluded.password,
                    role = excluded.role, changed_at = excluded.changed_at
                where :replace
                returning *
                """)
            .param("name", account.name())
            .param("email", account.email())
            .param("password", encoder.encode(account.password()))
            .param("role", right.role().word())
            .param("now", Timestamp.from(clock.instant()))
            .param("replace", mayReplace)
            .query(People::person)
            .optional()
            .orElseThrow(() -> new CannotJoin("taken"));
    if (isFirst) {
      links.endOfStarts();
    }
    return joined;
  }

  /** Gives a person a new password, in the clear, not kept; all their sessions end. */
  void givePassword(long id, String password) {
    db.sql("update person set password = :password, changed_at = :now where id = :id")
        .param("password", encoder.encode(password))
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .update();
  }

  /** Gives a person a role; false if nobody could change anything any more. */
  @Transactional
  boolean give(long id, Role role) {
    if (role != Role.OPERATOR && isLastOperator(id)) {
      return false;
    }
    db.sql("update person set role = :role, changed_at = :now where id = :id and role <> :role")
        .param("role", role.word())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .update();
    return true;
  }

  /** Takes a person's account away; false if nobody could change anything any more. */
  @Transactional
  boolean remove(long id) {
    if (isLastOperator(id)) {
      return false;
    }
    db.sql("delete from person where id = :id").param("id", id).update();
    return true;
  }

  /** Two operators who remove each other at once wait for each other here. */
  private boolean isLastOperator(long id) {
    return db.sql("select id from person where role = 'operator' order by id for update")
        .query(Long.class)
        .list()
        .equals(List.of(id));
  }

  private static Person person(ResultSet row, int n) throws SQLException {
    return new Person(
        row.getLong("id"),
        row.getString("name"),
        row.getString("email"),
        Role.of(row.getString("role")),
        row.getTimestamp("since").toInstant(),
        row.getTimestamp("changed_at").toInstant());
  }
}
