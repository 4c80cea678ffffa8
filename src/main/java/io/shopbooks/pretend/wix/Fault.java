package io.shopbooks.pretend.wix;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What goes wrong with the next calls whose path contains something: {@code
 * Fault.on("/orders/search").times(2).answers(503)}. Without more it strikes once.
 */
public final class Fault {

  private final String path;
  private int skipped;
  private int left = 1;
  private Function<Supplier<Answer>, Answer> play = Supplier::get;

  private Fault(String path) {
    this.path = path;
  }

  /** For calls whose path contains this. */
  public static Fault on(String path) {
    return new Fault(path);
  }

  /** Strikes so many calls. */
  public Fault times(int count) {
    left = count;
    return this;
  }

  /** Strikes until {@link PretendWix#recovers}. */
  public Fault always() {
    return times(Integer.MAX_VALUE);
  }

  /** Lets so many calls through first. */
  public Fault after(int calls) {
    skipped = calls;
    return this;
  }

  /** The site answers with this status in its own form; 500 says nothing at all (7). */
  public Fault answers(int status) {
    var message = status == 500 ? "" : status == 429 ? "Resource exhausted" : "Try again later";
    return plays(site -> Answer.json(status, Refusal.of(status, message).error()));
  }

  /** A gateway answers with a page. */
  public Fault answersWithPage(int status) {
    return plays(site -> Answer.html(status, "<html><body>Error " + status + "</body></html>"));
  }

  /** A gateway answers with nothing but a status. */
  public Fault answersEmpty(int status) {
    return plays(site -> Answer.html(status, ""));
  }

  /** The site does its work, but half of its answer arrives. */
  public Fault truncates() {
    return plays(site -> site.get().truncated());
  }

  /** The connection is cut before the site hears of the call. */
  public Fault cutsBefore() {
    return plays(site -> Answer.html(200, "").cut());
  }

  /** The site does its work, and the connection is cut before the answer. */
  public Fault cutsAfter() {
    return plays(site -> site.get().cut());
  }

  /** The call waits until the latch opens. */
  public Fault waitsFor(CountDownLatch latch) {
    return plays(
        site -> {
          await(latch, Long.MAX_VALUE);
          return site.get();
        });
  }

  /** The call takes this long, for a program of another process that has to wait. */
  public Fault slow(long millis) {
    return plays(
        site -> {
          await(new CountDownLatch(1), millis);
          return site.get();
        });
  }

  /** Something happens on the site right before the call is answered. */
  public Fault whenAsked(Runnable hook) {
    return plays(
        site -> {
          hook.run();
          return site.get();
        });
  }

  private static void await(CountDownLatch latch, long millis) {
    try {
      latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Fault plays(Function<Supplier<Answer>, Answer> how) {
    play = how;
    return this;
  }

  /** Whether it strikes this call; counts the calls it lets through. */
  synchronized boolean strikes(String called) {
    if (left == 0 || !called.contains(path)) {
      return false;
    }
    if (skipped > 0) {
      skipped--;
      return false;
    }
    left--;
    return true;
  }

  Answer befall(Supplier<Answer> site) {
    return play.apply(site);
  }
}
