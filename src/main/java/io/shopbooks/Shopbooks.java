package io.shopbooks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the program. */
@SpringBootApplication
public class Shopbooks {
  public static void main(String[] args) {
    SpringApplication.run(Shopbooks.class, args);
  }
}
