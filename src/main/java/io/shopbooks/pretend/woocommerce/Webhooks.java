package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The webhooks and the queue of what they have to deliver (`woocommerce.md` 9.2). Jobs that are
 * waiting and alike are one job.
 */
final class Webhooks {

  /** Hidden fields of a webhook. */
  static final String SECRET = "~secret";

  static final String FAILURES = "~failures";
  static final String PINGED = "~pinged";
  static final String OWNER_HAS_RIGHTS = "~owner_has_rights";

  private static final int FAILURES_BORNE = 5;

  private final Shop shop;

  Webhooks(Shop shop) {
    this.shop = shop;
  }

  /** Something happened that webhooks may want to tell: "order.updated" of this id. */
  void happened(String topic, String id) {
    if (shop.webhooks.size() == 0) {
      return;
    }
    shop.webhooks
        .all()
        .filter(webhook -> webhook.path("status").asText().equals("active"))
        .filter(webhook -> webhook.path("topic").asText().equals(topic))
        .forEach(webhook -> enqueue(webhook, id));
  }

  private void enqueue(ObjectNode webhook, String id) {
    var key = webhook.path("id").asText() + "-" + id;
    if (!shop.jobs.holds(key)) {
      var job = Json.object().put("key", key).put("webhook", webhook.path("id").asInt());
      shop.jobs.put(key, job.put("resource", id));
    }
  }

  /** What waits to be delivered, oldest first. */
  List<ObjectNode> waiting() {
    return shop.jobs.all().toList();
  }

  void done(ObjectNode job) {
    shop.jobs.remove(job.path("key").asText());
  }

  /** How a delivery went: the seventh failure in a row switches the webhook off. */
  void answered(int webhookId, boolean wellTaken) {
    shop.webhooks
        .find(webhookId)
        .ifPresent(
            webhook -> {
              var failures = webhook.path(FAILURES).asInt();
              if (wellTaken) {
                webhook.put(FAILURES, 0);
              } else if (failures > FAILURES_BORNE) {
                webhook.put("status", "disabled");
              } else {
                webhook.put(FAILURES, failures + 1);
              }
              Dates.set(webhook, "date_modified", shop.now(), shop.zone());
              shop.webhooks.put(webhookId, webhook);
            });
  }
}
