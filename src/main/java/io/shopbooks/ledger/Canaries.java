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

  /** A document that may be the first of its kind and treatment. */
  record Bird(long document, String shop, String realm, String kind, String treatment) {}

  enum Verdict {
    /** Its like came through well. */
    GO,
    /** It is the first. */
    GO_ALONE,
    /** The first is still out. */
    WAIT
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
      var state = states.computeIfAbsent(flock, f -> state(bird).orElse("none"));
      if (state.equals("good")) {
        verdicts.add(Verdict.GO);
      } else if (state.equals("out") ? isOut(bird) : !state.equals("chosen")) {
        sendOut(bird);
        states.put(flock, "chosen");
        verdicts.add(Verdict.GO_ALONE);
      } else {
        verdicts.add(Verdict.WAIT);
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

  /** Whether it is the one that is out, or that one was held and gave up its place. */
  private boolean isOut(Bird bird) {
    return bind(
            bird,
            """
                select 1 from canary where shop = :shop and realm = :realm and kind = :kind
                and treatment = :treatment and (document = :document or exists (
                    select from document d where d.id = canary.document and d.state = 'held'))
                """)
        .param("document", bird.document())
        .query(Integer.class)
        .optional()
        .isPresent();
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

  /** The first came back: with the right total, or with a wrong one. */
  void cameBack(long document, boolean good) {
    db.sql("update canary set state = :state where document = :document and state = 'out'")
        .param("state", good ? "good" : "bad")
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
