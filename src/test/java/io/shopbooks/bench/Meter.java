package io.shopbooks.bench;

import io.shopbooks.crash.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What a process used.
 *
 * @param cpu of all processors together
 * @param megabytes of memory at most, of the machine and not only of the heap; 0 where the system
 *     does not tell
 */
record Meter(Program.Ended ended, Duration wall, Duration cpu, long megabytes) {

  /** Runs a program to its end and watches it. */
  static Meter of(Program program, String... arguments) throws InterruptedException {
    var begun = System.nanoTime();
    var running = program.start(arguments);
    var cpu = Duration.ZERO;
    var megabytes = 0L;
    do {
      cpu = running.process().info().totalCpuDuration().orElse(cpu);
      megabytes = Math.max(megabytes, megabytes(running.process().pid()));
    } while (!running.process().waitFor(200, TimeUnit.MILLISECONDS));
    return new Meter(running.ended(), Duration.ofNanos(System.nanoTime() - begun), cpu, megabytes);
  }

  private static long megabytes(long pid) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
