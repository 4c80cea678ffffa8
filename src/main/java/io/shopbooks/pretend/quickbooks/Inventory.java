package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Quantities on hand and the cost of goods, first in first out (6.5). */
final class Inventory {

  private final Company company;

  /** The transactions that moved each item. */
  private final Map<String, Set<String>> moved = new HashMap<>();

  Inventory(Company company) {
    this.company = company;
  }

  static boolean tracks(Stored item) {
    return item.text("Type").equals("Inventory") && Json.flag(item.json(), "TrackQtyOnHand");
  }

  /** One movement: in is positive; cost is only told by what comes in at a price of its own. */
  private record Move(Stored transaction, BigDecimal quantity, BigDecimal cost, boolean posts) {}

  /** Works out again every item that a transaction moved, or moves now. */
  void update(String transaction, JsonNode before, JsonNode after) {
    var items = new HashSet<String>();
    for (var document : List.of(before, after)) {
      Json.stream(document, "Line")
          .map(Inventory::itemOf)
          .filter(i -> !i.isEmpty())
          .forEach(items::add);
    }
    for (var id : items) {
      company
          .records()
          .find("Item", id)
          .filter(Inventory::tracks)
          .ifPresent(
              item -> {
                moved.computeIfAbsent(id, i -> new HashSet<>()).add(transaction);
                workOut(item);
              });
    }
  }

  /** Works out every item from the transactions that are there: after a restart. */
  void restore() {
    for (var type :
        List.of(
            "SalesReceipt",
            "Invoice",
            "CreditMemo",
            "RefundReceipt",
            "Purchase",
            "InventoryAdjustment")) {
      for (var transaction : company.records().all(type).values()) {
        Json.stream(transaction.json(), "Line")
            .forEach(
                l -> moved.computeIfAbsent(itemOf(l), i -> new HashSet<>()).add(transaction.id()));
      }
    }
    var items = List.copyOf(company.records().all("Item").values());
    items.stream()
        .filter(Inventory::tracks)
        .filter(i -> moved.containsKey(i.id()))
        .forEach(this::workOut);
  }

  private static String itemOf(JsonNode line) {
    return Json.text(line, Json.text(line, "DetailType") + ".ItemRef.value");
  }

  /** A change of quantity that is no sale and no purchase, at this cost per piece. */
  void adjust(Stored item, BigDecimal quantity, String date, String account) {
    var json =
        Json.object().put("TxnDate", date).put("PrivateNote", "Quantity of " + item.text("Name"));
    json.put("Account", account).set("TotalAmt", Json.number(BigDecimal.ZERO));
    var line = json.putArray("Line").addObject().put("DetailType", "Adjustment");
    var detail = line.putObject("Adjustment");
    detail.putObject("ItemRef").put("value", item.id());
    detail.set("Qty", Json.number(quantity));
    detail.set("UnitCost", Json.number(Json.number(item.json(), "PurchaseCost")));
    var kept = company.keep("InventoryAdjustment", json);
    update(kept.id(), Json.object(), json);
  }

  private void workOut(Stored item) {
    var layers = new CostLayers(company.currency(), Json.number(item.json(), "PurchaseCost"));
    var quantity = BigDecimal.ZERO;
    for (var transaction : transactions(item.id())) {
      var postings = new ArrayList<Posting>();
      for (var move : moves(item, transaction)) {
        quantity = quantity.add(move.quantity());
        var cost =
            move.quantity().signum() < 0
                ? layers.out(move.quantity().negate()).negate()
                : in(layers, move);
        if (move.posts()) {
          postings.addAll(postings(item, move, cost));
        }
      }
      company.ledger().cost(transaction.id(), item.id(), postings);
    }
    keep(item, quantity);
  }

  private static BigDecimal in(CostLayers layers, Move move) {
    return move.cost() == null
        ? layers.back(move.quantity())
        : layers.in(move.quantity(), move.cost());
  }

  /** What moved an item, by date; what is gone moves nothing any more. */
  private List<Stored> transactions(String item) {
    var found = new ArrayList<Stored>();
    for (var id : List.copyOf(moved.get(item))) {
      var transaction = company.records().transaction(id);
      transaction.ifPresent(found::add);
      if (transaction.isEmpty()) {
        company.ledger().cost(id, item, List.of());
        moved.get(item).remove(id);
      }
    }
    found.sort(
        Comparator.comparing((Stored t) -> t.text("TxnDate"))
            .thenComparing(t -> Long.parseLong(t.id())));
    return found;
  }

  private List<Move> moves(Stored item, Stored transaction) {
    return Json.stream(transaction.json(), "Line")
        .filter(line -> itemOf(line).equals(item.id()))
        .map(line -> move(item, transaction, line))
        .filter(move -> move.quantity().signum() != 0)
        .toList();
  }

  private Move move(Stored item, Stored transaction, JsonNode line) {
    var quantity = Json.number(line, Json.text(line, "DetailType") + ".Qty");
    return switch (transaction.type()) {
      case "Purchase" -> {
        var cost = Json.number(line, "Amount").multiply(Entry.rate(transaction));
        yield new Move(transaction, quantity, Decimals.round(cost, company.currency()), false);
      }
      case "InventoryAdjustment" -> {
        var cost = quantity.multiply(Json.number(line, "Adjustment.UnitCost"));
        yield new Move(transaction, quantity, Decimals.round(cost, company.currency()), true);
      }
      case "CreditMemo", "RefundReceipt" -> new Move(transaction, quantity, null, true);
      default -> new Move(transaction, quantity.negate(), null, true);
    };
  }

  private List<Posting> postings(Stored item, Move move, BigDecimal cost) {
    var adjusted = move.transaction().text("Account");
    var other = adjusted.isEmpty() ? item.text("ExpenseAccountRef.value") : adjusted;
    return new Entry(company, BigDecimal.ONE)
        .debit(item.text("AssetAccountRef.value"), cost, "")
        .credit(other, cost, "")
        .postings();
  }

  /** A changed quantity is no edit of the item: neither SyncToken nor, mostly, its time moves. */
  private void keep(Stored item, BigDecimal quantity) {
    if (Json.number(item.json(), "QtyOnHand").compareTo(quantity) == 0) {
      return;
    }
    var after = item.copy();
    after.set("QtyOnHand", Json.number(quantity));
    if (company.holds(Assumption.QUANTITY_MOVES_UPDATE_TIME)) {
      after.withObject("/MetaData").put("LastUpdatedTime", company.time());
    }
    company.put("Item", after, List.of());
  }
}
