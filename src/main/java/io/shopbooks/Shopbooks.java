package io.shopbooks;

import io.shopbooks.cli.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The program. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Shopbooks {

  /** Does what the arguments say, and ends with what came of it (DESIGN 6). */
  public static void main(String[] arguments) {
    System.exit(Commands.run(Shopbooks.class, arguments));
  }
}
