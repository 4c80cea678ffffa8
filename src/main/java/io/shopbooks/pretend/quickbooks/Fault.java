package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A failure to be played: what happens, to which requests, and when. Without more it strikes the
 * next request of any kind, once. {@link PretendQuickBooks#order} sets it going.
 */
public final class Fault {

  private final Effect effect;
  private final Where where;
  private final When when;

  private Fault(Effect effect, Where where, When when) {
    this.effect = effect;
    this.where = where;
    this.when = when;
  }

  private static Fault of(Effect effect) {
    return new Fault(effect, new Where("", "", ""), new When(1, 1, 1, 0));
  }

  /** Which requests: "" is any; path is a part of the path; entity also looks into batches. */
  record Where(String method, String path, String entity) {

    boolean covers(Call call) {
      boolean fits =
          (method.isEmpty() || method.equals(call.method())) && call.path().contains(path);
      return fits && (entity.isEmpty() || concerns(call));
    }

    private boolean concerns(Call call) {
      var resource = Schema.named(entity).map(Entity::resource).orElse(entity);
      boolean direct = List.of(call.path().split("/")).contains(resource);
      return direct || call.path().endsWith("/batch") && call.text().contains("\"" + entity + "\"");
    }
  }

  /** From the n-th match on, so many times; each time only with this probability. */
  record When(int nth, int times, double probability, long seed) {}

  /** The connection is cut before the request is looked at. */
  public static Fault loseRequest() {
    return of(new Effect.LoseRequest());
  }

  /** The request is carried out and the connection cut without an answer. */
  public static Fault loseAnswer() {
    return of(new Effect.LoseAnswer(false));
  }

  /** The request is carried out and the connection cut in the middle of the answer. */
  public static Fault loseHalfAnswer() {
    return of(new Effect.LoseAnswer(true));
  }

  /** Only the first items of a batch are carried out, then the connection is cut. */
  public static Fault commitFirst(int items) {
    return of(new Effect.CommitFirst(items));
  }

  /**
   * Any code of the fact sheet's table 9.2 as a whole answer, with this status.
   *
   * @throws IllegalArgumentException if the table has no such code
   */
  public static Fault code(int status, String code, FaultShape shape) {
    var problem = known(code);
    return of(new Effect.Give(time -> shape.answer(status, List.of(problem), time), false));
  }

  /** 429, throttled. */
  public static Fault throttled(FaultShape shape) {
    return code(429, "3001", shape);
  }

  /** 503, the company is under maintenance (150). */
  public static Fault maintenance() {
    return code(503, "150", FaultShape.BUSINESS);
  }

  /** A page of HTML with this status: what a gateway in trouble answers (500, 503, 504). */
  public static Fault html(int status) {
    var page = "<html><body><h1>" + status + " Service Error</h1></body></html>";
    return of(new Effect.Give(time -> Answer.html(status, page), false));
  }

  /** The request waits until the latch is released. */
  public static Fault slow(CountDownLatch latch) {
    return of(new Effect.Slow(Effect.Pause.on(latch), false));
  }

  /** The request waits until the pretend's clock has moved so far. */
  public static Fault slow(Duration duration) {
    return of(new Effect.Slow(Effect.Pause.of(duration), false));
  }

  /** The access token of the request dies, before it is looked at. */
  public static Fault expiredToken() {
    return of(new Effect.ExpireToken());
  }

  /** The item with this bId, or all of this entity, of a batch are answered with the code. */
  public static Fault failItem(String item, String code) {
    return of(new Effect.FailItem(item, known(code)));
  }

  private static Problem known(String code) {
    if (!Codes.isKnown(code)) {
      throw new IllegalArgumentException("The fact sheet has no code " + code);
    }
    return Problem.of(code, "Ordered fault " + code);
  }

  /** Only requests of this method whose path contains this part. */
  public Fault on(String method, String path) {
    return new Fault(effect, new Where(method, path, where.entity()), when);
  }

  /** Only requests that concern this entity, also as items of a batch: "SalesReceipt". */
  public Fault entity(String name) {
    return new Fault(effect, new Where(where.method(), where.path(), name), when);
  }

  /** Not the first but the n-th matching request. */
  public Fault nth(int n) {
    return new Fault(effect, where, new When(n, when.times(), when.probability(), when.seed()));
  }

  /** So many matching requests in a row instead of one. */
  public Fault times(int times) {
    return new Fault(effect, where, new When(when.nth(), times, when.probability(), when.seed()));
  }

  /** Every matching request from now on, each with this probability, the same for one seed. */
  public Fault withProbability(double probability, long seed) {
    return new Fault(effect, where, new When(1, Integer.MAX_VALUE, probability, seed));
  }

  /** The request is carried out before the failure is shown. */
  public Fault afterCommitting() {
    if (effect instanceof Effect.Give give) {
      return new Fault(new Effect.Give(give.reply(), true), where, when);
    }
    if (effect instanceof Effect.Slow slow) {
      return new Fault(new Effect.Slow(slow.pause(), true), where, when);
    }
    throw new IllegalStateException("This fault says itself what is carried out");
  }

  Effect effect() {
    return effect;
  }

  Where where() {
    return where;
  }

  When when() {
    return when;
  }

  /**
   * Reads an order of another process: {@code {"effect":"lose-answer","method":"POST",
   * "path":"salesreceipt","nth":2}}. Effects are lose-request, lose-answer, lose-half-answer,
   * commit-first (items), code (code, status, shape), html (status), slow (millis), expired-token
   * and fail-item (item, code); entity, times, probability with seed, and afterwards go with each.
   *
   * @throws IllegalArgumentException if there is no such effect, code or shape
   */
  static Fault read(JsonNode order) {
    var fault =
        effect(order)
            .on(Json.text(order, "method"), Json.text(order, "path"))
            .entity(Json.text(order, "entity"))
            .nth(order.path("nth").asInt(1))
            .times(order.path("times").asInt(1));
    if (order.has("probability")) {
      fault =
          fault.withProbability(order.path("probability").asDouble(), order.path("seed").asLong());
    }
    return Json.flag(order, "afterwards") ? fault.afterCommitting() : fault;
  }

  private static Fault effect(JsonNode order) {
    var shape = order.path("shape").asText(FaultShape.BUSINESS.name());
    var code = Json.text(order, "code");
    return switch (Json.text(order, "effect")) {
      case "lose-request" -> loseRequest();
      case "lose-answer" -> loseAnswer();
      case "lose-half-answer" -> loseHalfAnswer();
      case "commit-first" -> commitFirst(order.path("items").asInt());
      case "code" ->
          code(order.path("status").asInt(Codes.status(code)), code, FaultShape.valueOf(shape));
      case "html" -> html(order.path("status").asInt(503));
      case "slow" -> slow(Duration.ofMillis(order.path("millis").asLong()));
      case "expired-token" -> expiredToken();
      case "fail-item" -> failItem(Json.text(order, "item"), code);
      default -> throw new IllegalArgumentException("No effect " + Json.text(order, "effect"));
    };
  }
}
