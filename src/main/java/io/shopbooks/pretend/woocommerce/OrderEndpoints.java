package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.MatchResult;

/** /orders, with notes and batches. */
final class OrderEndpoints {

  private static final String ALLOW_LIST = "GET, POST";
  private static final String ALLOW_ONE = "GET, POST, PUT, PATCH, DELETE";

  private final Shop shop;
  private final Views views;
  private final Checkout checkout;
  private final BackOffice office;

  OrderEndpoints(Shop shop, Views views, Checkout checkout, BackOffice office) {
    this.shop = shop;
    this.views = views;
    this.checkout = checkout;
    this.office = office;
  }

  void addTo(Routes routes) {
    var list = new OrderList(shop, views);
    routes.at("orders", ALLOW_LIST).get((call, at) -> list.answer(call)).post(this::create);
    routes
        .at("orders/{id}", ALLOW_ONE)
        .get((call, at) -> shown(200, office.order(id(at)), call))
        .put((call, at) -> shown(200, edited(id(at), call.body()), call))
        .delete(this::delete);
    var batch = new Batch(this::created, this::edited, id -> office.delete(id));
    routes
        .at("orders/batch", Batch.ALLOW)
        .put((call, at) -> batch.answer(call.body(), this::shown));
    routes
        .at("orders/{id}/notes", ALLOW_LIST)
        .get((call, at) -> notes(id(at)))
        .post((call, at) -> note(id(at), call.body()));
  }

  private static int id(MatchResult address) {
    return Ids.of(address.group(1));
  }

  private Answer create(Call call, MatchResult address) {
    var order = created(call.body());
    return shown(201, order, call)
        .with("Location", views.links().href("orders/" + order.path("id").asText()));
  }

  private ObjectNode created(JsonNode body) {
    checkFields(body);
    return checkout.take(WrittenOrder.read(body));
  }

  private ObjectNode edited(int id, JsonNode body) {
    office.order(id);
    checkFields(body);
    return office.edit(id, body, shop.now());
  }

  private Answer delete(Call call, MatchResult address) {
    var force = new Parameters(call.query()).flag("force");
    var before = force ? office.delete(id(address)) : trashed(id(address));
    return shown(200, before, call);
  }

  private ObjectNode trashed(int id) {
    if (office.order(id).path("status").asText().equals("trash")) {
      throw Refusal.of(
          410, "woocommerce_rest_already_trashed", "The order has already been deleted.");
    }
    return office.trash(id, shop.now());
  }

  // Whole quantities and known statuses only (4.2: the schema refuses 1.5 on write).
  private static void checkFields(JsonNode body) {
    var parameters = new Parameters(Map.of());
    var status = body.path("status");
    if (!status.isMissingNode() && !Statuses.settable().contains(status.asText())) {
      parameters.wrong(
          "status", "rest_not_in_enum", Parameters.notOneOf("status", Statuses.settable()));
    }
    var index = 0;
    for (var line : body.path("line_items")) {
      if (!isWhole(line.path("quantity").asText("1"))) {
        var name = "line_items[" + index + "][quantity]";
        parameters.wrong("line_items", "rest_invalid_type", name + " is not of type integer.");
      }
      index++;
    }
    parameters.check();
  }

  private static boolean isWhole(String number) {
    try {
      return new BigDecimal(number).stripTrailingZeros().scale() <= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private Answer shown(int status, ObjectNode order, Call call) {
    var parameters = new Parameters(call.query());
    var decimals = parameters.number("dp").orElse(shop.settings.decimals());
    parameters.check();
    return Answer.json(status, Fields.of(parameters).cutAlone(views.order(order, decimals)));
  }

  private ObjectNode shown(ObjectNode order) {
    return views.order(order, shop.settings.decimals());
  }

  private Answer notes(int orderId) {
    office.order(orderId);
    var list = Json.array();
    shop.notes
        .all()
        .filter(note -> note.path("~order").asInt() == orderId)
        .forEach(note -> list.insert(0, noteShown(note, orderId)));
    return Answer.json(200, list);
  }

  private Answer note(int orderId, JsonNode body) {
    var text = body.path("note").asText();
    if (text.isEmpty()) {
      throw Refusal.of(
          400, "rest_missing_callback_param", "Missing parameter(s): note", missing("note"));
    }
    var toCustomer = body.path("customer_note").asBoolean();
    var note = office.note(orderId, text, toCustomer, shop.now());
    return Answer.json(201, noteShown(note, orderId));
  }

  static ObjectNode missing(String name) {
    var data = Json.object();
    data.putArray("params").add(name);
    return data;
  }

  private ObjectNode noteShown(ObjectNode note, int orderId) {
    Views.hide(note);
    var order = "orders/" + orderId;
    views.links().add(note, order + "/notes", order, "GET", "DELETE");
    return note;
  }
}
