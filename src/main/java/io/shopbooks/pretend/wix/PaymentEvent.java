package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes the cashier's Payment Event: flat, with enums of its own (`wix.md` 4.2). */
final class PaymentEvent {

  private static final Map<String, String> TRANSACTION =
      Map.of(
          "REFUND", "REFUNDED",
          "PARTIAL_REFUND", "PARTIALLY_REFUNDED",
          "BUYER_CANCELED", "CANCELED",
          "OFFLINE", "PENDING_MERCHANT");
  private static final Map<String, String> REFUND =
      Map.of("SUCCEEDED", "APPROVED", "FAILED", "DECLINED");
  private static final Map<String, String> HOLDERS =
      Map.of(
          "TRANSACTION_CREATED", "transactionCreatedEvent",
          "TRANSACTION_UPDATED", "transactionUpdatedEvent",
          "TRANSACTION_STATUS_CHANGED", "transactionStatusChangedEvent",
          "REFUND_STATUS_CHANGED", "refundStatusChangedEvent");

  private static final List<String> PERSONAL = List.of("email", "firstName", "lastName");

  private PaymentEvent() {}

  static ObjectNode of(Site site, String type, String previous, ObjectNode row, Instant at) {
    var event = Json.object().put("id", site.nextId()).put("eventTime", at.toString());
    event.put("eventType", type).put("wixAppId", row.path("appId").asText());
    event.put("wixAppInstanceId", row.path("appInstanceId").asText());
    var body = event.putObject(HOLDERS.get(type));
    body.set("order", order(row.path("order")));
    body.set("transaction", transaction(row));
    if (!previous.isEmpty()) {
      body.put("previousStatus", TRANSACTION.getOrDefault(previous, previous));
    }
    var refunds = row.path("refunds");
    if (type.equals("REFUND_STATUS_CHANGED")) {
      var last = refunds.path(refunds.size() - 1);
      var refund = body.putObject("refund").put("id", last.path("refundId").asText());
      refund.set("amount", last.path("amount"));
      var status = last.path("status").asText();
      refund.put("status", REFUND.getOrDefault(status, status));
      refund.put("createdAt", last.path("createdAt").asText());
    }
    return event;
  }

  private static ObjectNode order(JsonNode kept) {
    var description = kept.path("description");
    var order = Json.object().put("id", kept.path("id").asText());
    order.put("wixAppOrderId", description.path("wixAppOrderId").asText());
    order.set("items", description.path("items"));
    order.put("itemsTotalCount", description.path("items").size());
    order.set("additionalCharges", description.path("additionalCharges"));
    return order;
  }

  private static ObjectNode transaction(ObjectNode row) {
    var transaction = Json.object().put("id", row.path("transactionId").asText());
    var status = row.path("status").asText();
    transaction.put("providerTransactionId", row.path("providerTransactionId").asText());
    transaction.set("amount", row.path("amount"));
    transaction.put("refundedAmount", Json.number(CashierBook.refunded(row)));
    transaction.put("status", TRANSACTION.getOrDefault(status, status));
    transaction.put("paymentMethod", row.path("paymentMethod").asText());
    transaction.put("createdAt", row.path("createdAt").asText());
    var address = row.path("order").path("description").path("billingAddress");
    var contacts = transaction.putObject("billingAddressContacts");
    for (var field : PERSONAL) {
      contacts.put(field, address.path(field).asText());
    }
    return transaction;
  }

  /** The same once more after its buyer asked to be forgotten: to be ignored. */
  static ObjectNode anonymised(Site site, ObjectNode row, Instant at) {
    var event = of(site, "TRANSACTION_UPDATED", "", row, at);
    event.put("triggeredByAnonymizeRequest", true);
    var contacts = event.path("transactionUpdatedEvent").path("transaction");
    PERSONAL.forEach(
        field -> ((ObjectNode) contacts.path("billingAddressContacts")).put(field, "****"));
    return event;
  }
}
