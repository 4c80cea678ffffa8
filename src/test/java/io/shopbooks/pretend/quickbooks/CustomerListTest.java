package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.customer;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Customers that cannot be made, each beside the right one. */
class CustomerListTest {

  private static String lines(int length) {
    var line = "1".repeat(length);
    return "\"Line1\":\"%s\",\"Line2\":\"%s\",\"Line3\":\"%s\",\"Line4\":\"%s\",\"Line5\":\"%s\""
        .formatted(line, line, line, line, line);
  }

  static Stream<Arguments> refusals() {
    var jane = customer("\"DisplayName\":\"Jane\"");
    return Stream.of(
        Arguments.of("6.4 a customer has a name", customer("\"Notes\":\"x\""), "2020", jane),
        Arguments.of(
            "6.4 DisplayName has at most 500 characters",
            customer("\"DisplayName\":\"" + "j".repeat(501) + "\""),
            "2050",
            customer("\"DisplayName\":\"" + "j".repeat(500) + "\"")),
        Arguments.of(
            "6.4 DisplayName has no colon",
            customer("\"DisplayName\":\"Jane: home\""),
            "2040",
            jane),
        Arguments.of(
            "6.4 DisplayName has no tab", customer("\"DisplayName\":\"Jane\\tDoe\""), "2040", jane),
        Arguments.of(
            "6.4 DisplayName has no newline",
            customer("\"DisplayName\":\"Jane\\nDoe\""),
            "2040",
            jane),
        Arguments.of(
            "6.4 name parts have no colon",
            customer("\"DisplayName\":\"J\",\"GivenName\":\"a:b\""),
            "2040",
            jane),
        Arguments.of(
            "6.4 GivenName has at most 100 characters",
            customer("\"DisplayName\":\"J\",\"GivenName\":\"" + "j".repeat(101) + "\""),
            "2050",
            jane),
        Arguments.of(
            "6.4 Suffix has at most 16 characters",
            customer("\"DisplayName\":\"J\",\"Suffix\":\"" + "j".repeat(17) + "\""),
            "2050",
            jane),
        Arguments.of(
            "6.4 PrintOnCheckName has at most 110 characters",
            customer("\"DisplayName\":\"J\",\"PrintOnCheckName\":\"" + "j".repeat(111) + "\""),
            "2050",
            jane),
        Arguments.of(
            "6.4 a phone number has at most 30 characters",
            customer(
                "\"DisplayName\":\"J\",\"PrimaryPhone\":{\"FreeFormNumber\":\""
                    + "1".repeat(31)
                    + "\"}"),
            "2050",
            jane),
        Arguments.of(
            "6.4 an e-mail address has at most 100 characters",
            customer(
                "\"DisplayName\":\"J\",\"PrimaryEmailAddr\":{\"Address\":\""
                    + "j".repeat(89)
                    + "@example.com\"}"),
            "2050",
            customer(
                "\"DisplayName\":\"J\",\"PrimaryEmailAddr\":{\"Address\":\""
                    + "j".repeat(88)
                    + "@example.com\"}")),
        Arguments.of(
            "6.4 an address line has at most 500 characters",
            customer("\"DisplayName\":\"J\",\"BillAddr\":{\"Line1\":\"" + "1".repeat(501) + "\"}"),
            "2050",
            jane),
        Arguments.of(
            "6.4 address lines have at most 2000 characters together",
            customer("\"DisplayName\":\"J\",\"BillAddr\":{" + lines(401) + "}"),
            "2050",
            customer("\"DisplayName\":\"J\",\"BillAddr\":{" + lines(400) + "}")),
        Arguments.of(
            "6.4 a postal code has at most 30 characters",
            customer(
                "\"DisplayName\":\"J\",\"ShipAddr\":{\"PostalCode\":\"" + "1".repeat(31) + "\"}"),
            "2050",
            jane),
        Arguments.of(
            "6.4 Notes have at most 2000 characters",
            customer("\"DisplayName\":\"J\",\"Notes\":\"" + "n".repeat(2001) + "\""),
            "2050",
            jane),
        Arguments.of(
            "6.4 exemption reasons go from 1 to 15",
            customer("\"DisplayName\":\"J\",\"TaxExemptionReasonId\":\"16\""),
            "2170",
            customer("\"DisplayName\":\"J\",\"TaxExemptionReasonId\":\"9\"")),
        Arguments.of(
            "6.4 a name is used once over customers",
            customer("\"DisplayName\":\"woocommerce\""),
            "6240",
            jane),
        Arguments.of(
            "6.4 a name is used once over vendors",
            customer("\"DisplayName\":\"Stripe\""),
            "6240",
            customer("\"DisplayName\":\"Stripe (WC-1)\"")),
        Arguments.of(
            "6.4 a name is used once over employees",
            customer("\"DisplayName\":\"Emma Clerk\""),
            "6240",
            jane),
        Arguments.of(
            "6.4 a name made of its parts counts too",
            customer("\"GivenName\":\"Emma\",\"FamilyName\":\"Clerk\""),
            "6240",
            customer("\"GivenName\":\"Emma\",\"FamilyName\":\"Other\"")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void a_wrong_customer_is_refused_and_the_right_one_beside_it_passes(
      String fact, String wrong, String code, String right) {
    try (var wire = Wire.to(Region.US)) {
      wire.refuses(code, "customer", wrong);
      wire.made("customer", right);
    }
  }
}
