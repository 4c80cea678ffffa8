package io.shopbooks.pretend.quickbooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** What a fault on command does to a request. */
sealed interface Effect {

  /** The connection breaks before anything was done. */
  record LoseRequest() implements Effect {}

  /** Everything is done, then the connection breaks, before or within the answer. */
  record LoseAnswer(boolean half) implements Effect {}

  /** Only the first items of a batch are done, then the connection breaks. */
  record CommitFirst(int items) implements Effect {}

  /** This answer is given instead; afterwards says that the request is carried out all the same. */
  record Give(Reply reply, boolean afterwards) implements Effect {}

  /** The request waits before it is carried out, or its answer does. */
  record Slow(Pause pause, boolean afterwards) implements Effect {}

  /** The access token in use dies. */
  record ExpireToken() implements Effect {}

  /** One item of a batch fails. */
  record FailItem(String item, Problem problem) implements Effect {}

  /** An answer that tells the time it was given. */
  @FunctionalInterface
  interface Reply {

    Answer at(String time);
  }

  /** How long something waits. */
  @FunctionalInterface
  interface Pause {

    /** Waits; from is when the request arrived. */
    void await(Clock clock, Instant from) throws InterruptedException;

    static Pause on(CountDownLatch latch) {
      return (clock, from) -> latch.await();
    }

    /** Until the pretend's clock has moved so far since the request arrived. */
    static Pause of(Duration duration) {
      return (clock, from) -> {
        while (clock.instant().isBefore(from.plus(duration))) {
          Thread.sleep(5);
        }
      };
    }
  }
}
