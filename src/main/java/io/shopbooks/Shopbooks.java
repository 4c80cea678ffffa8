package io.shopbooks;

import io.shopbooks.books.Bookkeeper;
import io.shopbooks.books.Rules;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the program, and lends Spring's hand to rooms that know no Spring. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Shopbooks {

  public static void main(String[] args) {
    SpringApplication.run(Shopbooks.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Rules rules() {
    return new Rules();
  }

  @Bean
  Bookkeeper bookkeeper() {
    return new Bookkeeper();
  }
}
