package io.shopbooks.crash;

import io.shopbooks.Shopbooks;
import io.shopbooks.cli.Commands;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.spi.InterceptStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * The program as it is, except that it may be told to kill itself at a step of a route, and that
 * its clock may run ahead. Only tests start it.
 */
@Import(Shopbooks.class)
final class Doomed {

  /** As {@link Shopbooks#main}. */
  public static void main(String[] arguments) {
    System.exit(Commands.run(Doomed.class, arguments));
  }

  @Bean
  @Primary
  Clock clockThatMayRunAhead() {
    return Clock.offset(Clock.systemUTC(), Duration.parse(System.getProperty("crash.ahead")));
  }

  @Bean
  InterceptStrategy killer() {
    return new Killer(System.getProperty("crash.step", ""), Integer.getInteger("crash.time", 1));
  }
}
