package io.shopbooks.pretend.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopbooks.pretend.PretendServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A pretend company on a real port and a plain HTTP client that knows nothing of it. In requests,
 * {@code <Item Mug>} stands for the id of the item Mug.
 */
final class Wire implements AutoCloseable {

  static final String REALM = "9341452712345678";
  static final Instant NOON = Instant.parse("2026-03-10T17:00:00Z");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("<([A-Z][A-Za-z]+) ([^>]+)>");

  final HandClock clock = new HandClock(NOON);
  final PretendQuickBooks quickBooks;
  final PretendCompany company;
  private final PretendServer server = PretendServer.start(0);
  private final HttpClient http = HttpClient.newHttpClient();
  private String token;

  private Wire(Region region, Function<Clock, PretendQuickBooks> start) {
    quickBooks = start.apply(clock);
    company = quickBooks.open(REALM, region);
    company.preferences().enforceLimits(false);
    var back = List.of("http://localhost:8080/oauth/quickbooks/callback");
    quickBooks.register(new AppClient("app", "secret", back));
    quickBooks.mountOn(server, "/quickbooks");
    token = quickBooks.signIn("app", REALM).accessToken();
  }

  static Wire to(Region region) {
    return new Wire(region, PretendQuickBooks::inMemory);
  }

  static Wire keptIn(Path folder, Region region) {
    return new Wire(region, clock -> PretendQuickBooks.keptIn(folder, clock));
  }

  /** What came back. */
  record Reply(int status, String body, java.net.http.HttpHeaders headers) {

    JsonNode json() {
      try {
        return MAPPER.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }

    /** The code of the first error; "" without a fault. */
    String code() {
      return json().at("/Fault/Error/0/code").asText();
    }

    String text(String path) {
      return json().at(path).asText();
    }

    BigDecimal number(String path) {
      return new BigDecimal(json().at(path).asText());
    }
  }

  /** Posts to the company: ("salesreceipt", "{...}"). */
  Reply post(String resource, String json) {
    return call("POST", api(resource), "application/json", fill(json));
  }

  Reply get(String resource) {
    return call("GET", api(resource), null, null);
  }

  Reply query(String statement) {
    return get("query?query=" + URLEncoder.encode(fill(statement), StandardCharsets.UTF_8));
  }

  /** Posts and expects success; tells the object inside the envelope. */
  JsonNode made(String resource, String json) {
    var reply = post(resource, json);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().elements().next();
  }

  String idOf(JsonNode object) {
    return object.path("Id").asText();
  }

  /** Expects a refusal with HTTP 400 and this code, and nothing in the books. */
  void refuses(String code, String resource, String json) {
    var documents = company.documents();
    var reply = post(resource, json);
    assertThat(reply.code()).as(reply.body()).isEqualTo(code);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(company.documents()).isEqualTo(documents);
  }

  Reply call(String method, String address, String type, String body) {
    try {
      var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30));
      request.header("Authorization", "Bearer " + token).header("Accept", "application/json");
      if (type != null) {
        request.header("Content-Type", type);
      }
      var publisher =
          body == null
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(body);
      return send(request.method(method, publisher).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Reply send(HttpRequest request) throws IOException {
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(answer.statusCode(), answer.body(), answer.headers());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String api(String resource) {
    return address("/v3/company/" + REALM + "/" + resource);
  }

  String address(String path) {
    return server.address("/quickbooks" + path).toString();
  }

  /** Time passes, and the app has a fresh access token. */
  void later(Duration by) {
    clock.move(by);
    token = quickBooks.signIn("app", REALM).accessToken();
  }

  void use(String accessToken) {
    token = accessToken;
  }

  /** Puts ids where names stand. */
  String fill(String json) {
    return NAME.matcher(json)
        .replaceAll(match -> company.lists().idOf(match.group(1), match.group(2)));
  }

  BigDecimal balance(String account) {
    return company.balance(account);
  }

  /** Asks for tokens. */
  Reply token(String question) {
    return form("/oauth2/v1/tokens/bearer", question, "app:secret");
  }

  Reply refresh(String token) {
    return token("grant_type=refresh_token&refresh_token=" + token);
  }

  Reply revoke(String type, String client, String body) {
    return signed("/v2/oauth2/tokens/revoke", type, client, body);
  }

  Reply form(String path, String body, String client, String... headers) {
    return signed(path, "application/x-www-form-urlencoded", client, body, headers);
  }

  /** Something that a client signs ("id:secret"). */
  Reply signed(String path, String type, String client, String body, String... headers) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(address(path)))
              .header("Content-Type", type)
              .header(
                  "Authorization", "Basic " + Base64.getEncoder().encodeToString(client.getBytes()))
              .POST(HttpRequest.BodyPublishers.ofString(body));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return send(request.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
