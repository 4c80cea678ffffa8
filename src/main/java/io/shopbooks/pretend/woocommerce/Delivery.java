package io.shopbooks.pretend.woocommerce;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a webhook sent.
 *
 * @param webhook its id
 * @param url where to
 * @param headers as sent, X-WC-Webhook-Signature among them; a ping has none of them
 * @param body the exact bytes
 * @param answer the status that came back; 0 if nobody answered or the host refused to send
 */
public record Delivery(
    int webhook, String url, Map<String, String> headers, byte[] body, int answer) {

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** "order.updated"; null of a ping. */
  public String topic() {
    return headers.get("X-WC-Webhook-Topic");
  }

  /** Whether the shop counts it as a success: 200 to 302. */
  public boolean isWellTaken() {
    return answer >= 200 && answer <= 302;
  }

  Delivery answered(int status) {
    return new Delivery(webhook, url, headers, body, status);
  }
}
