package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The books as JSON for another process, and its orders for faults. */
final class Audit {

  private final Collection<PretendCompany> companies;

  Audit(Collection<PretendCompany> companies) {
    this.companies = companies;
  }

  ObjectNode json() {
    var json = Json.object();
    var list = json.putArray("companies");
    companies.forEach(company -> list.add(company(company)));
    return json;
  }

  private static ObjectNode company(PretendCompany company) {
    var node = Json.object().put("realm", company.realm()).put("name", company.name());
    node.put("region", company.region().name());
    documents(node.putArray("documents"), company.documents());
    documents(node.putArray("deleted"), company.deleted());
    amounts(node.putObject("trialBalance"), company.trialBalance());
    amounts(node.putObject("openReceivables"), company.openReceivables());
    company.counters().forEach(node.putObject("counters")::put);
    return node;
  }

  private static void documents(ArrayNode list, List<PretendDocument> documents) {
    for (var document : documents) {
      var node = list.addObject().put("type", document.type()).put("id", document.id());
      node.put("syncToken", document.syncToken()).put("number", document.number());
      node.put("date", document.date().toString()).put("customer", document.customer());
      node.put("currency", document.currency()).put("marker", document.memo());
      node.set("total", Json.number(document.total()));
      node.set("tax", Json.number(document.tax()));
      node.set("balance", Json.number(document.balance()));
      node.put("voided", document.isVoided());
    }
  }

  private static void amounts(ObjectNode node, Map<String, BigDecimal> amounts) {
    amounts.forEach((name, amount) -> node.set(name, Json.number(amount)));
  }

  /** Sets a fault going as another process describes it ({@link Fault#read}). */
  static Answer order(Call call, Faults faults) {
    try {
      faults.order(Fault.read(Json.object(call.text())));
      return Answer.json(201, Json.object().put("ordered", true));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Answer.json(400, Json.object().put("error", e.getMessage()));
    }
  }
}
