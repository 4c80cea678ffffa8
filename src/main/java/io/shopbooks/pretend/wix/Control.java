package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;

/** Lets another process look into the site and drive it, under /pretend. */
final class Control {

  private final PretendWix wix;

  Control(PretendWix wix) {
    this.wix = wix;
  }

  /** Answers /pretend/audit, /pretend/sell and /pretend/fault. */
  Answer answer(Call call) {
    try {
      return switch (call.method() + " " + call.path()) {
        case "GET /pretend/audit" -> Answer.ok(wix.audit().json());
        case "POST /pretend/sell" -> sell(call);
        case "POST /pretend/fault" -> fault(Json.read(call.rawBody()));
        case "DELETE /pretend/fault" -> recover();
        case "POST /pretend/deliver" ->
            Answer.ok(Json.object().put("delivered", wix.deliversWebhooks().size()));
        default -> Answer.json(404, Json.object().put("error", "Nothing is at " + call.path()));
      };
    } catch (IllegalArgumentException | UncheckedIOException e) {
      return Answer.json(400, Json.object().put("error", e.getMessage()));
    }
  }

  // {"lines":[{"name":"Hat","price":"10","quantity":1}]}, or nothing: then life sells.
  private Answer sell(Call call) {
    if (call.rawBody().length > 0) {
      var order = NewOrder.anOrder();
      for (var line : Json.read(call.rawBody()).path("lines")) {
        var of = NewLine.of(line.path("name").asText(), line.path("price").asText());
        order.of(of.times(line.path("quantity").asInt(1)));
      }
      return Answer.ok(Json.object().put("order", wix.sells(order)));
    }
    var count = call.value("count").isEmpty() ? 1 : Integer.parseInt(call.value("count"));
    var seed = call.value("seed").isEmpty() ? wix.size() : Long.parseLong(call.value("seed"));
    var life = new WixLife(wix, seed);
    var told = Json.object();
    var list = told.putArray("events");
    for (var event = 0; event < count; event++) {
      list.add(life.lives());
    }
    return Answer.ok(told);
  }

  private Answer recover() {
    wix.recovers();
    return Answer.ok(Json.object().put("done", true));
  }

  // {"path":"/orders/search","kind":"answers","status":503,"times":2,"after":1,"millis":50}
  private Answer fault(JsonNode wanted) {
    var fault = Fault.on(wanted.path("path").asText("/"));
    fault.times(wanted.path("times").asInt(1)).after(wanted.path("after").asInt());
    var status = wanted.path("status").asInt(503);
    switch (wanted.path("kind").asText()) {
      case "answers" -> fault.answers(status);
      case "page" -> fault.answersWithPage(status);
      case "empty" -> fault.answersEmpty(status);
      case "truncated" -> fault.truncates();
      case "cut" -> fault.cutsBefore();
      case "cut-after" -> fault.cutsAfter();
      case "slow" -> fault.slow(wanted.path("millis").asLong());
      default ->
          throw new IllegalArgumentException(
              "kind must be answers, page, empty, truncated, cut, cut-after or slow");
    }
    wix.fails(fault);
    return Answer.ok(Json.object().put("waiting", true));
  }
}
