package io.shopbooks.pretend.quickbooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** Turns HTTP exchanges into calls and answers into bytes, or into a broken connection. */
final class Gateway implements HttpHandler {

  private static final int WORTH_PACKING = 1000;

  private final Clock clock;
  private final Faults.Service service;
  private final Tokens tokens;

  Gateway(Clock clock, Tokens tokens, Faults.Service service) {
    this.clock = clock;
    this.tokens = tokens;
    this.service = service;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var call = call(exchange);
    var refresh = refreshToken(call);
    tokens.begin(refresh);
    try {
      send(exchange, answer(call));
    } finally {
      tokens.end(refresh);
      exchange.close();
    }
  }

  private Call call(HttpExchange exchange) throws IOException {
    var mount = exchange.getHttpContext().getPath();
    var uri = exchange.getRequestURI();
    var query = uri.getRawQuery();
    return new Call(
        exchange.getRequestMethod(),
        uri.getPath().substring(mount.length()),
        Call.params(query == null ? "" : query),
        exchange.getRequestHeaders()::getFirst,
        exchange.getRequestBody().readAllBytes(),
        clock.instant(),
        Meddling.NONE);
  }

  /** Only a refresh under way has one; no other call can be raced. */
  private static String refreshToken(Call call) {
    boolean refresh = call.path().equals(PretendQuickBooks.TOKEN_PATH);
    return refresh ? call.form().getOrDefault("refresh_token", "") : UUID.randomUUID().toString();
  }

  private Answer answer(Call call) {
    try {
      return service.answer(call);
    } catch (Refused e) {
      return FaultShape.BUSINESS.answer(e.status(), e.problems(), call.at().toString());
    } catch (RuntimeException e) {
      var problem = Problem.of("10000", e.toString());
      return FaultShape.BUSINESS.answer(500, List.of(problem), call.at().toString());
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.cut() == Answer.Cut.ALL) {
      return;
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("intuit_tid", "1-" + UUID.randomUUID());
    exchange.getResponseHeaders().set("QBO-Version", "pretend");
    var body = answer.body();
    var accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip") && body.length > WORTH_PACKING) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      body = packed(body);
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    int length = answer.cut() == Answer.Cut.HALF ? body.length / 2 : body.length;
    exchange.getResponseBody().write(body, 0, length);
    exchange.getResponseBody().flush();
  }

  private static byte[] packed(byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }
}
