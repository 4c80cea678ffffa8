package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.CASHIER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/** The newer Payments and Refunds APIs, which tell the same charges otherwise (`wix.md` 4.3). */
final class PlatformEndpoints {

  private static final Search.Rules PAYMENTS =
      new Search.Rules(
          new Fields()
              .with(Fields.ALL, true, "createdDate", "charge.amount")
              .with(
                  Fields.EQUALITY,
                  false,
                  "appId",
                  "charge.status",
                  "charge.currencyCode",
                  "charge.providerId"),
          50,
          100,
          "createdDate");
  private static final Search.Rules REFUNDS =
      new Search.Rules(
          new Fields()
              .with(Set.of("$eq", "$in"), false, "chargeId")
              .with(Set.of(), true, "createdDate"),
          50,
          100,
          "createdDate");
  private static final Map<String, String> STATUSES =
      Map.of(
          "PENDING", "PENDING",
          "PENDING_MERCHANT", "PENDING",
          "AUTHORIZED", "AUTHORIZED",
          "VOID", "VOIDED",
          "DECLINED", "FAILED",
          "FAILED", "FAILED",
          "BUYER_CANCELED", "FAILED",
          "INITIALIZED", "INITIATED");

  private final Site site;

  PlatformEndpoints(Site site) {
    this.site = site;
  }

  void addTo(Routes routes) {
    routes
        .needing(Scope.READ_PLATFORM_PAYMENTS, null)
        .post("/payments/platform/v1/payments/search", this::payments)
        .get("/payments/platform/v1/payments/{id}", this::payment)
        .needing(Scope.READ_REFUNDS, null)
        .post("/payments/refunds/v1/refunds/query", this::refunds)
        .get("/payments/refunds/v1/refunds/{id}", this::refund);
  }

  private Answer payments(Call call) {
    var page = Search.of(call.body().path("search"), PAYMENTS).page(all(), PAYMENTS);
    return Answer.ok(listed("payments", page));
  }

  private static ObjectNode listed(String name, Search.Page page) {
    var answer = Json.object();
    answer.putArray(name).addAll(page.documents());
    answer.set("pagingMetadata", page.metadata());
    return answer;
  }

  private Answer payment(Call call, MatchResult address) {
    return Answer.ok(one("payment", all(), address.group(1)));
  }

  private Answer refunds(Call call) {
    var page = Search.of(call.body().path("query"), REFUNDS).page(allRefunds(), REFUNDS);
    return Answer.ok(listed("refunds", page));
  }

  private Answer refund(Call call, MatchResult address) {
    return Answer.ok(one("refund", allRefunds(), address.group(1)));
  }

  private static ObjectNode one(String name, Stream<ObjectNode> all, String id) {
    var found = all.filter(document -> document.path("id").asText().equals(id)).findFirst();
    var answer = Json.object();
    answer.set(name, found.orElseThrow(() -> Refusal.of(404, "There is no " + name + " " + id)));
    return answer;
  }

  private Stream<ObjectNode> all() {
    return site.listed(CASHIER)
        .filter(row -> !row.path("status").asText().equals("OFFLINE"))
        .map(PlatformEndpoints::shown);
  }

  private static ObjectNode shown(ObjectNode row) {
    var id = row.path("transactionId").asText();
    var name = ("payment of " + id).getBytes(StandardCharsets.UTF_8);
    var payment = Json.object().put("id", UUID.nameUUIDFromBytes(name).toString());
    payment.put("createdDate", row.path("createdAt").asText());
    payment.put("updatedDate", row.path(CashierBook.UPDATED).asText());
    payment.put("appId", row.path("appId").asText()).put("refundable", true);
    var charge = payment.putObject("charge").put("id", id);
    charge.put("status", STATUSES.getOrDefault(row.path("status").asText(), "CAPTURED"));
    charge.put("amount", Amounts.text(row.path("amount").path("amount").decimalValue()));
    charge.put("currencyCode", row.path("amount").path("currency").asText());
    charge.put("providerId", row.path("provider").asText());
    charge.put("providerChargeId", row.path("providerTransactionId").asText());
    var description = row.path("order").path("description");
    charge.put("externalOrderId", description.path("wixAppOrderId").asText());
    var lines = charge.putArray("orderLineItems");
    for (var item : description.path("items")) {
      var line = lines.addObject().put("name", item.path("name").asText());
      line.put("quantity", item.path("quantity").asInt());
      line.put("unitPrice", Amounts.text(item.path("price").decimalValue()));
    }
    payment.putArray("refunds").addAll(refundsOf(row).toList());
    return payment;
  }

  private Stream<ObjectNode> allRefunds() {
    return site.listed(CASHIER).flatMap(PlatformEndpoints::refundsOf);
  }

  private static Stream<ObjectNode> refundsOf(ObjectNode row) {
    return Json.at(row, "refunds").stream()
        .map(
            refund -> {
              var shown = Json.object().put("id", refund.path("refundId").asText());
              shown.put("chargeId", row.path("transactionId").asText());
              shown.put("amount", Amounts.text(refund.path("amount").decimalValue()));
              shown.put("currencyCode", row.path("amount").path("currency").asText());
              shown.put("full", refund.path("type").asText().equals("FULL"));
              shown.put("status", refund.path("status").asText());
              return shown.put("createdDate", refund.path("createdAt").asText());
            });
  }
}
