package io.shopbooks.pretend.quickbooks;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A fault that was set going: it counts what it met. */
public final class OrderedFault {

  private final Fault fault;
  private final Random random;
  private final Semaphore struck = new Semaphore(0);
  private int matches;
  private int strikes;

  OrderedFault(Fault fault) {
    this.fault = fault;
    this.random = new Random(fault.when().seed());
  }

  /** How many requests it has struck. */
  public synchronized int strikes() {
    return strikes;
  }

  /**
   * Waits until it has struck once more: a slow request is then waiting.
   *
   * @return false if that did not happen in time
   */
  public boolean awaitStrike(Duration most) throws InterruptedException {
    return struck.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  Effect effect() {
    return fault.effect();
  }

  synchronized boolean strikes(Call call) {
    if (!fault.where().covers(call)) {
      return false;
    }
    matches++;
    boolean due = matches >= fault.when().nth() && strikes < fault.when().times();
    if (!due || random.nextDouble() >= fault.when().probability()) {
      return false;
    }
    strikes++;
    struck.release();
    return true;
  }
}
