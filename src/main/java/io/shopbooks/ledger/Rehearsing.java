package io.shopbooks.ledger;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans in the ledger by the routes that always plan, within one transaction, and takes everything
 * back at its end; unless the plan is the one that was wanted.
 */
@Component("rehearsing")
public class Rehearsing {

  private static final List<String> VARIABLES = List.of("connection", "realm", "seen", "days");

  // Asked for when it is needed: the rest of the room works without routes.
  private final ObjectProvider<ProducerTemplate> camel;
  private final TransactionTemplate transaction;
  private final KeptPlans plans;
  private final PlanRows rows;

  Rehearsing(
      ObjectProvider<ProducerTemplate> camel,
      PlatformTransactionManager transactions,
      KeptPlans plans,
      PlanRows rows) {
    this.camel = camel;
    this.transaction = new TransactionTemplate(transactions);
    this.plans = plans;
    this.rows = rows;
  }

  /**
   * Plans everything, and keeps it only if it is what the variable {@code wanted} names.
   *
   * @param asked with the variables connection, realm, seen and perhaps wanted
   */
  public Rehearsal plan(Exchange asked) {
    var wanted = asked.getVariable("wanted", String.class);
    var rehearsal =
        transaction.execute(
            status -> {
              var plan = run("direct:plan-in-ledger", asked).getVariable("plan", Plan.class);
              var kept = plan.fingerprint().equals(wanted);
              if (kept) {
                plans.applied(wanted);
              } else {
                status.setRollbackOnly();
              }
              var moved = wanted == null || kept ? List.<String>of() : plans.moved(wanted, plan);
              return new Rehearsal(plan, kept, moved);
            });
    if (wanted == null) {
      plans.shown(rehearsal.plan());
    }
    return rehearsal;
  }

  /**
   * Maps the orders of the variable {@code days} again, and takes everything back.
   *
   * @param asked with the variables connection, realm and days
   */
  public Replay replay(Exchange asked) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          return run("direct:replay-in-ledger", asked).getVariable("replay", Replay.class);
        });
  }

  private Exchange run(String route, Exchange asked) {
    var since = rows.lastHistory();
    var ran =
        camel
            .getObject()
            .request(
                route,
                inner -> {
                  VARIABLES.forEach(name -> inner.setVariable(name, asked.getVariable(name)));
                  inner.setVariable("since", since);
                });
    if (ran.getException() instanceof RuntimeException failure) {
      throw failure;
    }
    if (ran.getException() != null) {
      throw new IllegalStateException(ran.getException());
    }
    return ran;
  }
}
