package io.shopbooks.pretend.woocommerce;

import java.util.ArrayList;
import java.util.List;

/** Delivers what waits, when it is told to: a real shop's cron runs when somebody visits. */
final class Cron {

  private final Shop shop;
  private final Webhooks webhooks;
  private final Envelope envelope;
  private final Postman postman;

  Cron(Shop shop, Webhooks webhooks, Envelope envelope, Postman postman) {
    this.shop = shop;
    this.webhooks = webhooks;
    this.envelope = envelope;
    this.postman = postman;
  }

  /** Delivers everything that waits now; nothing is tried twice. */
  List<Delivery> run() {
    var delivered = new ArrayList<Delivery>();
    for (var job : shop.alone(webhooks::waiting)) {
      var delivery =
          shop.alone(
              () -> {
                webhooks.done(job);
                return shop.webhooks
                    .find(job.path("webhook").asInt())
                    .filter(webhook -> webhook.path("status").asText().equals("active"))
                    .map(webhook -> envelope.of(webhook, job.path("resource").asText()));
              });
      delivery.ifPresent(
          sent -> {
            var answered = postman.carry(sent);
            shop.alone(() -> webhooks.answered(sent.webhook(), answered.isWellTaken()));
            delivered.add(answered);
          });
    }
    return delivered;
  }
}
