package io.shopbooks.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Notes which steps of the routes the tests took; the last test of the build asks for all. */
public final class CoveredSteps implements InterceptStrategy {

  private static final Path FOLDER = Path.of("target", "covered-steps");
  private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(CoveredSteps::keep));
  }

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext camel, NamedNode step, Processor target, Processor next) {
    return new DelegateAsyncProcessor(target) {
      @Override
      public boolean process(Exchange exchange, AsyncCallback callback) {
        TAKEN.add(step.getId());
        return super.process(exchange, callback);
      }
    };
  }

  private static void keep() {
    try {
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve(UUID.randomUUID() + ".txt"), new TreeSet<>(TAKEN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All steps any test took, in this and earlier processes of the build. */
  static Set<String> all() {
    try (var files = Files.list(FOLDER)) {
      return files.flatMap(CoveredSteps::lines).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("No test took any step", e);
    }
  }

  private static java.util.stream.Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
