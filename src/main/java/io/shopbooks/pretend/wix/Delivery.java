package io.shopbooks.pretend.wix;

/**
 * A webhook that was sent.
 *
 * @param eventType "wix.ecom.v1.order_approved"
 * @param body the JWT, all there is of the body
 * @param attempt 1 for the first, up to 13
 * @param answer the status that came back; 0 if none came in time
 */
public record Delivery(
    String id, String eventType, String url, String body, int attempt, int answer) {

  /** Whether it was taken: 200, in time. */
  public boolean isTaken() {
    return answer == 200;
  }
}
