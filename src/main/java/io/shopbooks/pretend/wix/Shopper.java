package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Who buys.
 *
 * @param company "" for a private person
 * @param country ISO 3166 alpha-2
 * @param region "" or the part after the country: "NY"
 */
public record Shopper(
    String firstName,
    String lastName,
    String company,
    String email,
    String country,
    String region,
    String city) {

  /** Somebody in New York. */
  public static Shopper inNewYork(String firstName, String lastName) {
    return new Shopper(
        firstName,
        lastName,
        "",
        firstName.toLowerCase(Locale.ROOT) + "@example.com",
        "US",
        "NY",
        "New York");
  }

  /** As an eCommerce order tells it: alpha-2, without the e-mail (2.3). */
  ObjectNode contact() {
    var info = Json.object();
    var address = info.putObject("address").put("country", country).put("city", city);
    if (!region.isEmpty()) {
      address.put("subdivision", country + "-" + region);
    }
    address.put("addressLine", "12 Harbour Street").put("postalCode", "10001");
    var contact = info.putObject("contactDetails").put("firstName", firstName);
    contact.put("lastName", lastName).put("phone", "+1 212 555 0142");
    if (!company.isEmpty()) {
      contact.put("company", company);
    }
    return info;
  }

  /** As a cashier row tells it: alpha-3, with the e-mail (4.1). */
  ObjectNode cashierAddress() {
    var address = Json.object().put("firstName", firstName).put("lastName", lastName);
    if (!company.isEmpty()) {
      address.put("company", company);
    }
    address.put("address", "12 Harbour Street").put("city", city).put("state", region);
    address.put("zipCode", "10001").put("email", email);
    return address.put("countryCode", new Locale("", country).getISO3Country());
  }
}
