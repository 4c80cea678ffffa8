package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Pings new webhooks. It happens within the call that saves the webhook, but not while the shop is
 * locked: whoever is pinged may want to ask the shop something.
 */
final class Greeter {

  private final Shop shop;
  private final Postman postman;
  private final ThreadLocal<List<ObjectNode>> soon = ThreadLocal.withInitial(ArrayList::new);

  Greeter(Shop shop, Postman postman) {
    this.shop = shop;
    this.postman = postman;
  }

  void greetSoon(ObjectNode webhook) {
    soon.get().add(webhook);
  }

  /** Sends the pings this thread's call asked for; one that fails is sent again at a later save. */
  void greetNow() {
    var greeted = List.copyOf(soon.get());
    soon.get().clear();
    for (var webhook : greeted) {
      if (postman.carry(Envelope.ping(webhook)).answer() == 200) {
        shop.alone(() -> wasGreeted(webhook.path("id").asInt()));
      }
    }
  }

  private void wasGreeted(int id) {
    shop.webhooks
        .find(id)
        .ifPresent(webhook -> shop.webhooks.put(id, webhook.put(Webhooks.PINGED, true)));
  }
}
