package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Who buys, and where they live. No part is null; what is unknown is "".
 *
 * @param country two letters
 * @param state the shop's code of it ("NY", "QC")
 */
public record Buyer(
    String firstName,
    String lastName,
    String company,
    String address1,
    String city,
    String state,
    String postcode,
    String country,
    String email,
    String phone) {

  /** Nobody: what an address shows that was not given. */
  public static final Buyer NOBODY = new Buyer("", "", "", "", "", "", "", "", "", "");

  /** Somebody at a place, without a company. */
  public static Buyer at(String name, String city, String state, String country) {
    var space = name.lastIndexOf(' ');
    var first = space < 0 ? name : name.substring(0, space);
    var last = space < 0 ? "" : name.substring(space + 1);
    var email = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "@guest.test";
    return new Buyer(first, last, "", "1 Main St", city, state, "", country, email, "");
  }

  /** Reads an address of an order; missing parts are "". */
  static Buyer of(JsonNode address) {
    return new Buyer(
        address.path("first_name").asText(),
        address.path("last_name").asText(),
        address.path("company").asText(),
        address.path("address_1").asText(),
        address.path("city").asText(),
        address.path("state").asText(),
        address.path("postcode").asText(),
        address.path("country").asText(),
        address.path("email").asText(),
        address.path("phone").asText());
  }

  /** The same person writing from another company. */
  public Buyer of(String otherCompany) {
    return new Buyer(
        firstName, lastName, otherCompany, address1, city, state, postcode, country, email, phone);
  }

  Place place() {
    return new Place(country, state, city, postcode);
  }

  /** As `billing`. */
  ObjectNode billing() {
    return address().put("email", email).put("phone", phone);
  }

  /** As `shipping`, which has no e-mail address. */
  ObjectNode shipping() {
    return address().put("phone", "");
  }

  private ObjectNode address() {
    return Json.object()
        .put("first_name", firstName)
        .put("last_name", lastName)
        .put("company", company)
        .put("address_1", address1)
        .put("address_2", "")
        .put("city", city)
        .put("state", state)
        .put("postcode", postcode)
        .put("country", country);
  }
}
