package io.shopbooks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the program. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Shopbooks {

  public static void main(String[] args) {
    SpringApplication.run(Shopbooks.class, args);
  }
}
