package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.Customer;

/** A customer as QuickBooks is told to make one (`quickbooks-online.md` 6.4). */
final class CustomerForm {

  private CustomerForm() {}

  /**
   * @param multicurrency whether the company must be told the customer's currency
   * @param name under which it is made
   */
  static ObjectNode write(Customer customer, boolean multicurrency, String name) {
    var json = QuickBooks.JSON.createObjectNode();
    json.put("DisplayName", name);
    if (multicurrency) {
      FormWriter.ref(json, "CurrencyRef", customer.currency().getCurrencyCode());
    }
    if (!customer.generic()) {
      put(json, "GivenName", customer.givenName());
      put(json, "FamilyName", customer.familyName());
      put(json, "CompanyName", customer.organisation());
      Addresses.write(json, "BillAddr", customer.address());
      if (Addresses.isEmail(customer.email())) {
        json.putObject("PrimaryEmailAddr").put("Address", customer.email());
      }
      if (!customer.phone().isBlank()) {
        json.putObject("PrimaryPhone").put("FreeFormNumber", customer.phone());
      }
    }
    return json;
  }

  private static void put(ObjectNode json, String name, String text) {
    if (!text.isBlank()) {
      json.put(name, text);
    }
  }
}
