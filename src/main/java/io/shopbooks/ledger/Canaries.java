package io.shopbooks.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The first document of each kind and tax treatment goes alone, so that a wrong setting spoils one
 * document and not a thousand (DESIGN 4.5).
 */
@Component
class Canaries {

  /** A document that nothing keeps back, and that may be the first of its kind and treatment. */
  record Bird(long document, String shop, String realm, String kind, String treatment) {}

  enum Verdict {
    /** Its like came through well. */
    GO,
    /** It is the first. */
    GO_ALONE,
    /** The first goes just now. */
    WAIT,
    /** The first came back with a wrong total, and nobody said that this one may try. */
    HOLD
  }

  private final JdbcClient db;

  Canaries(JdbcClient db) {
    this.db = db;
  }

  /** A verdict for each document, in the order given. */
  List<Verdict> choose(List<Bird> birds) {
    var states = new HashMap<Flock, String>();
    var verdicts = new ArrayList<Verdict>();
    for (var bird : birds) {
      var flock = new Flock(bird.shop(), bird.kind(), bird.treatment());
      switch (states.computeIfAbsent(flock, f -> state(bird).orElse("none"))) {
        case "good" -> verdicts.add(Verdict.GO);
        case "bad" -> verdicts.add(Verdict.HOLD);
        case "chosen" -> verdicts.add(Verdict.WAIT);
        default -> {
          sendOut(bird);
          states.put(flock, "chosen");
          verdicts.add(Verdict.GO_ALONE);
        }
      }
    }
    return verdicts;
  }

  /** Documents of one kind and treatment. */
  private record Flock(String shop, String kind, String treatment) {}

  private Optional<String> state(Bird bird) {
    return bind(
            bird,
            """
            select state from canary where shop = :shop and realm = :realm and kind = :kind
            and treatment = :treatment
            """)
        .query(String.class)
        .optional();
  }

  private void sendOut(Bird bird) {
    bind(
            bird,
            """
            insert into canary (shop, realm, kind, treatment, document, state)
            values (:shop, :realm, :kind, :treatment, :document, 'out')
            on conflict (shop, realm, kind, treatment)
            do update set document = excluded.document, state = 'out'
            """)
        .param("document", bird.document())
        .update();
  }

  /**
   * The first came back: with the right total, or with a wrong one. One that is planned as
   * something else by now says nothing about what it was.
   */
  void cameBack(long document, boolean good) {
    db.sql(
            """
            update canary c set state = :state from document d
            where d.id = :document and c.document = d.id and c.kind = d.kind
              and c.treatment = d.treatment
            """)
        .param("state", good ? "good" : "bad")
        .param("document", document)
        .update();
  }

  /** The number of the document that came back with a wrong total, for those it holds. */
  String numberOfWrong(Bird bird) {
    return bind(
            bird,
            """
            select d.number from canary c join document d on d.id = c.document
            where c.shop = :shop and c.realm = :realm and c.kind = :kind
              and c.treatment = :treatment
            """)
        .query(String.class)
        .single();
  }

  /**
   * A person wants a document like the wrong one tried again: it goes first, and alone. The wrong
   * one itself is only asked about.
   */
  void setFree(long document) {
    db.sql(
            """
            delete from canary c using document d
            where d.id = :document and c.document <> d.id and c.state = 'bad' and c.shop = d.shop and c.realm = d.realm
              and c.kind = d.kind and c.treatment = d.treatment
            """)
        .param("document", document)
        .update();
  }

  private JdbcClient.StatementSpec bind(Bird bird, String sql) {
    return db.sql(sql)
        .param("shop", bird.shop())
        .param("realm", bird.realm())
        .param("kind", bird.kind())
        .param("treatment", bird.treatment());
  }
}
