package io.shopbooks.secrecy;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks at what all tests of a process print. JUnit finds it by META-INF/services. */
public final class WatchedTerminal implements BeforeAllCallback {

  private static final AtomicBoolean WATCHED = new AtomicBoolean();

  @Override
  public void beforeAll(ExtensionContext context) {
    if (WATCHED.compareAndSet(false, true)) {
      System.setOut(watched("stdout", System.out));
      System.setErr(watched("stderr", System.err));
    }
  }

  private static PrintStream watched(String name, PrintStream stream) {
    return new PrintStream(new WatchedStream(stream, line -> look(name, line)), true);
  }

  private static void look(String name, String line) {
    Leaks.looked();
    Secrets.onTerminal(line).ifPresent(secret -> Leaks.told(name, secret));
  }
}
