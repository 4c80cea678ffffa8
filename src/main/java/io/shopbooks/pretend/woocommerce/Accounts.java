package io.shopbooks.pretend.woocommerce;

import java.util.Locale;

/** Gives buyers accounts, in the shape recorded of an account made at the checkout. */
final class Accounts {

  private final Shop shop;
  private final Webhooks webhooks;

  Accounts(Shop shop, Webhooks webhooks) {
    this.shop = shop;
    this.webhooks = webhooks;
  }

  /** Makes an account and tells its id. */
  int open(Buyer buyer) {
    var id = shop.counters.next(Counters.Kind.CUSTOMER);
    var name = buyer.firstName() + "." + buyer.lastName();
    var customer = Json.object().put("id", id);
    Dates.set(customer, "date_created", shop.now(), shop.zone());
    Dates.set(customer, "date_modified", shop.now(), shop.zone());
    customer.put("email", buyer.email()).put("first_name", buyer.firstName());
    customer.put("last_name", buyer.lastName()).put("role", "customer");
    customer.put("username", name.toLowerCase(Locale.ROOT).replace(' ', '.'));
    customer.set("billing", buyer.billing());
    customer.set("shipping", buyer.shipping());
    customer.put("is_paying_customer", false);
    customer.put("avatar_url", "https://secure.gravatar.com/avatar/" + Codes.hex(buyer.email()));
    customer.putArray("meta_data");
    shop.customers.put(id, customer);
    webhooks.happened("customer.created", Integer.toString(id));
    return id;
  }
}
