package io.shopbooks.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Kills its own process with SIGKILL just before a step is taken for the n-th time. */
final class Killer implements InterceptStrategy {

  /** Any step of any route. */
  static final String ANY = "any";

  private final String step;
  private final int time;
  private final AtomicInteger taken = new AtomicInteger();

  Killer(String step, int time) {
    this.step = step;
    this.time = time;
  }

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext camel, NamedNode node, Processor target, Processor next) {
    if (!step.equals(ANY) && !step.equals(node.getId())) {
      return target;
    }
    return new DelegateAsyncProcessor(target) {
      @Override
      public boolean process(Exchange exchange, AsyncCallback callback) {
        if (taken.incrementAndGet() == time) {
          kill();
        }
        return super.process(exchange, callback);
      }
    };
  }

  private static void kill() {
    try {
      new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (true) {
      LockSupport.park();
    }
  }
}
