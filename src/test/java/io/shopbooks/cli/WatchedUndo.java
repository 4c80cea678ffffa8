package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.connections.Connections;
import io.shopbooks.pretend.quickbooks.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** What a person reads on the terminal while a run is taken back. */
final class WatchedUndo {

  private static final Duration SOON = Duration.ofSeconds(30);

  private WatchedUndo() {}

  /** The line while the second receipt is read, while the second is deleted, and at the end. */
  static List<String> of(String run, World world) throws InterruptedException {
    var looks = new CountDownLatch(1);
    var deletes = new CountDownLatch(1);
    var asked = world.quickbooks.order(slow(looks, "GET"));
    var told = world.quickbooks.order(slow(deletes, "POST"));

    var undone =
        CompletableFuture.supplyAsync(() -> Typed.in(world, "undo", run, "--yes").status());

    assertThat(asked.awaitStrike(SOON)).isTrue();
    var looking = line(run, world);
    looks.countDown();
    assertThat(told.awaitStrike(SOON)).isTrue();
    var deleting = line(run, world);
    deletes.countDown();
    assertThat(undone.join()).isZero();
    return List.of(looking, deleting, line(run, world));
  }

  private static Fault slow(CountDownLatch until, String method) {
    return Fault.slow(until).on(method, "salesreceipt").nth(2);
  }

  private static String line(String run, World world) {
    var connection = world.bean(Connections.class).named("acme");
    return world.bean(ProgressLine.class).undoing(connection, Long.parseLong(run));
  }
}
