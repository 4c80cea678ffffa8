package io.shopbooks.sale;

import java.util.stream.Stream;

/** A postal address with its person; any part may be empty. Country is ISO 3166 alpha-2. */
public record Address(
    String firstName,
    String lastName,
    String company,
    String line1,
    String line2,
    String city,
    String state,
    String postcode,
    String country,
    String phone) {

  /** First and last name, as far as they are known. */
  public String person() {
    return (firstName + " " + lastName).strip();
  }

  public boolean isEmpty() {
    return Stream.of(line1, line2, city, postcode, country).allMatch(String::isBlank);
  }
}
