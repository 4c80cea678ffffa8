package io.shopbooks.ledger;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Failures as routes hand them on: often wrapped by what called the bean that failed. */
final class Failures {

  /** Not what an order's own contents may cause, as a value that no column takes. */
  private static final List<Class<? extends Exception>> DATABASE =
      List.of(
          TransientDataAccessException.class,
          RecoverableDataAccessException.class,
          NonTransientDataAccessResourceException.class,
          TransactionException.class);

  private Failures() {}

  /**
   * Whether the database failed, as when it restarts or two transactions got in each other's way.
   */
  static boolean ofDatabase(Throwable failure) {
    return causes(failure)
        .anyMatch(cause -> DATABASE.stream().anyMatch(kind -> kind.isInstance(cause)));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  /** The failure that tells what to do next: the first of ours, else the outermost. */
  static Throwable told(Throwable failure) {
    return causes(failure).filter(Failures::isOurs).findFirst().orElse(failure);
  }

  /** Whether it is one of ours: its words are made for people, and hold no secret. */
  static boolean isOurs(Throwable failure) {
    return failure.getClass().getName().startsWith("io.shopbooks.");
  }

  /** Its own kind and those of its causes: "BadSqlGrammarException, by PSQLException". */
  static String kinds(Throwable failure) {
    return causes(failure)
        .map(cause -> cause.getClass().getSimpleName())
        .distinct()
        .collect(Collectors.joining(", by "));
  }
}
