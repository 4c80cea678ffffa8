package io.shopbooks.cli;

import io.shopbooks.cli.demo.DemoSettings;
import io.shopbooks.cli.demo.DemoStart;
import io.shopbooks.console.ConsoleAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts Spring as each command needs it.
 *
 * @param source the class that names everything there is to start
 * @param settings more of them, as {@code name=value}; they go before the environment
 */
record StartedApplication(Class<?> source, List<String> settings) implements Application {

  /** Failures are told once, by {@link Failures}. */
  private static final List<String> QUIET =
      List.of(
          "logging.level.org.springframework.boot.SpringApplication=OFF",
          "logging.level.org.springframework.boot.diagnostics=OFF");

  private static final List<String> BESIDE =
      List.of(
          "shopbooks.schedules=false",
          "shopbooks.log-target=System.err",
          "logging.level.io.shopbooks=WARN",
          // It warns that commands end soon.
          "logging.level.org.apache.camel.spring.boot.SpringBootCamelContext=ERROR");

  @Override
  public int work(boolean demo, Work work) throws Exception {
    var builder = builder(demo).web(WebApplicationType.NONE);
    builder.initializers(DemoSettings::applyWhereItRuns);
    try (var application = start(builder, BESIDE)) {
      return work.with(application);
    }
  }

  @Override
  public int workWithPages(boolean demo, Work work) throws Exception {
    var builder = builder(demo).web(WebApplicationType.SERVLET);
    builder.initializers(
        DemoSettings::applyWhereItRuns,
        application -> {
          var environment = application.getEnvironment();
          var port = environment.getProperty("server.port", Integer.class, 8080);
          if (isTaken(port)) {
            // Whoever has the port serves the pages: links still lead there.
            var none = Map.<String, Object>of("server.port", "-1", ConsoleAddress.ELSEWHERE, port);
            environment.getPropertySources().addFirst(new MapPropertySource("no pages", none));
          }
        });
    var settings = new ArrayList<>(BESIDE);
    settings.add("shopbooks.first-sign-in=false");
    try (var application = start(builder, settings)) {
      return work.with(application);
    }
  }

  private static boolean isTaken(int port) {
    try (var socket = new ServerSocket(port)) {
      return !socket.isBound();
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public int serve(boolean demo) throws Exception {
    var builder = builder(demo).web(WebApplicationType.SERVLET);
    builder.initializers(
        application -> {
          if (demo) {
            DemoStart.in(application);
          } else {
            DataUse.of(application.getEnvironment()).serve(application);
          }
        });
    var ended = new CountDownLatch(1);
    builder.listeners((ApplicationListener<ContextClosedEvent>) closed -> ended.countDown());
    try (var application = start(builder, List.of())) {
      ended.await();
      return ExitStatus.GOOD;
    }
  }

  private SpringApplicationBuilder builder(boolean demo) {
    var builder = new SpringApplicationBuilder(source).logStartupInfo(false);
    return demo ? builder.profiles(DemoSettings.PROFILE) : builder;
  }

  private ConfigurableApplicationContext start(
      SpringApplicationBuilder builder, List<String> more) {
    var arguments = new ArrayList<>(QUIET);
    arguments.addAll(more);
    arguments.addAll(settings);
    var routes = new AtomicReference<>(new RouteFiles(Path.of("routes")));
    builder.initializers(application -> routes.set(RouteFiles.of(application.getEnvironment())));
    try {
      return builder.run(arguments.stream().map(each -> "--" + each).toArray(String[]::new));
    } catch (RuntimeException e) {
      throw new RouteFailures(routes.get()).told(e).map(RuntimeException.class::cast).orElse(e);
    }
  }
}
