package io.shopbooks.pretend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PretendServerTest {

  private final PretendServer server = PretendServer.start(0);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(server.address(path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private void answers(String path, String text) {
    server.mount(
        path,
        exchange -> {
          var body = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
        });
  }

  @Test
  void the_longest_path_answers_and_no_path_swallows_its_neighbour() throws Exception {
    answers("/shop", "shop");
    answers("/shop/pretend", "pretend");

    assertThat(get("/shop").body()).isEqualTo("shop");
    assertThat(get("/shop/orders?page=2").body()).isEqualTo("shop");
    assertThat(get("/shop/pretend/audit").body()).isEqualTo("pretend");
    assertThat(get("/shopping").statusCode()).isEqualTo(404);
    assertThat(get("/").statusCode()).isEqualTo(404);
  }

  @Test
  void a_body_arrives_whole_of_known_length_in_chunks_and_after_an_expectation() throws Exception {
    server.mount(
        "/echo",
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(body);
        });
    var text = "Québec ".repeat(5_000);
    var address = server.address("/echo");
    var known = HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(text));
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var chunked =
        HttpRequest.newBuilder(address)
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    var expecting =
        HttpRequest.newBuilder(address).expectContinue(true).POST(BodyPublishers.ofString(text));

    assertThat(send(known).body()).isEqualTo(text);
    assertThat(send(chunked).body()).isEqualTo(text);
    assertThat(send(expecting).body()).isEqualTo(text);
  }

  @Test
  void a_connection_carries_several_requests() throws Exception {
    answers("/a", "hello");
    try (var socket = new Socket("127.0.0.1", server.address("/").getPort())) {
      var request = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      for (var i = 0; i < 3; i++) {
        socket.getOutputStream().write(request);
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
          head.append((char) socket.getInputStream().read());
        }
        assertThat(head).startsWith("HTTP/1.1 200").contains("Content-length: 5");
        assertThat(socket.getInputStream().readNBytes(5)).asString().isEqualTo("hello");
      }
    }
  }

  @Test
  void head_has_the_headers_and_no_body() throws Exception {
    answers("/a", "hello");

    var reply =
        send(HttpRequest.newBuilder(server.address("/a")).method("HEAD", BodyPublishers.noBody()));

    assertThat(reply.headers().firstValue("Content-Length")).contains("5");
    assertThat(reply.body()).isEmpty();
    assertThat(get("/a").body()).isEqualTo("hello");
  }

  @Test
  void the_date_is_this_machines_unless_the_pretend_says_another() throws Exception {
    answers("/now", "x");
    server.mount(
        "/then",
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Date", HttpDate.of(Instant.parse("1994-11-06T08:49:37Z")));
          exchange.sendResponseHeaders(204, -1);
        });

    assertThat(get("/then").headers().allValues("Date"))
        .containsExactly("Sun, 06 Nov 1994 08:49:37 GMT");
    assertThat(get("/now").headers().allValues("Date")).hasSize(1);
  }

  @Test
  void a_connection_is_cut_and_an_answer_is_cut_short() {
    server.mount("/cut", exchange -> exchange.close());
    server.mount(
        "/short",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(new byte[50]);
          exchange.close();
        });

    assertThatThrownBy(() -> get("/cut")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> get("/short")).isInstanceOf(IOException.class);
  }

  @Test
  void a_bug_of_a_pretend_is_a_500_and_the_server_lives_on() throws Exception {
    answers("/fine", "fine");
    server.mount(
        "/bug",
        exchange -> {
          throw new IllegalStateException("This bug is part of a test");
        });

    assertThat(get("/bug").statusCode()).isEqualTo(500);
    assertThat(get("/fine").body()).isEqualTo("fine");
  }

  @Test
  void a_secure_server_is_trusted_by_who_trusts_its_certificate_and_by_nobody_else()
      throws Exception {
    try (var secure = PretendServer.startSecure(0)) {
      secure.mount("/a", exchange -> exchange.sendResponseHeaders(204, -1));
      var request = HttpRequest.newBuilder(secure.address("/a")).build();
      var trusting = HttpClient.newBuilder().sslContext(secure.trust()).build();
      var byName =
          HttpRequest.newBuilder(
                  URI.create("https://localhost:" + secure.address("/").getPort() + "/a"))
              .build();

      assertThat(trusting.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
      assertThat(trusting.send(byName, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
      assertThatThrownBy(() -> client.send(request, BodyHandlers.discarding()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_plain_server_has_nothing_to_trust_and_a_taken_port_is_said_to_be_taken() {
    assertThatThrownBy(server::trust).isInstanceOf(IllegalStateException.class);
    var port = server.address("/").getPort();

    assertThatThrownBy(() -> PretendServer.start(port))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(Integer.toString(port));
  }
}
