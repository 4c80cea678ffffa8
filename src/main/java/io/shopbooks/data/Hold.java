package io.shopbooks.data;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A lock on a file, among processes and within this one. The operating system lets go of it when
 * the process dies, however it dies.
 */
final class Hold implements AutoCloseable {

  // Unix drops every lock a process has on a file as soon as that process closes any handle to the
  // file, so a process must never open a file twice.
  private static final Map<Path, Semaphore> IN_THIS_PROCESS = new ConcurrentHashMap<>();

  private final Semaphore inThisProcess;
  private final FileChannel channel;

  private Hold(Semaphore inThisProcess, FileChannel channel) {
    this.inThisProcess = inThisProcess;
    this.channel = channel;
  }

  /** Waits until nobody else holds the file. */
  static Hold waitFor(Path file) {
    var here = inThisProcess(file);
    here.acquireUninterruptibly();
    return lock(here, file, FileChannel::lock).orElseThrow();
  }

  /** Holds the file unless somebody else does, in whichever way. */
  static Optional<Hold> tryAlone(Path file) {
    var here = inThisProcess(file);
    return here.tryAcquire() ? lock(here, file, FileChannel::tryLock) : Optional.empty();
  }

  /** Holds the file together with other processes, unless one of them holds it alone. */
  static Optional<Hold> tryTogether(Path file) {
    var here = inThisProcess(file);
    return here.tryAcquire()
        ? lock(here, file, channel -> channel.tryLock(0, Long.MAX_VALUE, true))
        : Optional.empty();
  }

  private static Semaphore inThisProcess(Path file) {
    return IN_THIS_PROCESS.computeIfAbsent(file, any -> new Semaphore(1));
  }

  private static Optional<Hold> lock(Semaphore here, Path file, Locking locking) {
    FileChannel channel = null;
    var held = false;
    try {
      channel = FileChannel.open(file, Set.of(CREATE, READ, WRITE), OwnerOnly.file(file));
      held = locking.lock(channel) != null;
      return held ? Optional.of(new Hold(here, channel)) : Optional.empty();
    } catch (IOException e) {
      throw new CannotStart(
          "The file " + file + " cannot be locked: " + e,
          "It must be on a disk of this machine, writable by the user who runs Shopbooks.",
          e);
    } finally {
      if (!held) {
        letGo(here, channel);
      }
    }
  }

  private static void letGo(Semaphore here, FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A lock cannot be let go", e);
    } finally {
      here.release();
    }
  }

  /** Lets go; again does nothing. */
  @Override
  public void close() {
    if (channel.isOpen()) {
      letGo(inThisProcess, channel);
    }
  }

  private interface Locking {
    FileLock lock(FileChannel channel) throws IOException;
  }
}
