package io.shopbooks.shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/**
 * A web server that answers as a test tells it, byte by byte. The JDK's own sets the Date header
 * itself, and the Date header is what a cursor is made of.
 */
final class ScriptedShop implements AutoCloseable {

  /** What was asked; header names are in lower case, query values decoded. */
  record Request(
      String method,
      String path,
      String rawQuery,
      Map<String, String> query,
      Map<String, String> headers) {

    String param(String name) {
      return query.getOrDefault(name, "");
    }
  }

  /**
   * @param sent how many bytes of the body are sent before the connection is cut; -1: all
   * @param held the answer waits for this
   */
  record Response(
      int status, Map<String, String> headers, byte[] body, int sent, CountDownLatch held) {

    Response with(String name, String value) {
      var more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Response(status, more, body, sent, held);
    }

    Response cutAfter(int bytes) {
      return new Response(status, headers, body, bytes, held);
    }

    Response heldUntil(CountDownLatch latch) {
      return new Response(status, headers, body, sent, latch);
    }

    Response at(Instant time) {
      return with(
          "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
    }
  }

  static Response json(String body) {
    return answer(200, "application/json; charset=UTF-8", body);
  }

  static Response json(int status, String body) {
    return answer(status, "application/json; charset=UTF-8", body);
  }

  static Response page(int status) {
    return answer(status, "text/html", "<!DOCTYPE html><html><body>Sorry [ {} ]</body></html>");
  }

  static Response answer(int status, String type, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Response(status, Map.of("Content-Type", type), bytes, -1, new CountDownLatch(0));
  }

  final List<Request> requests = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private final String scheme;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile Function<Request, Response> script = request -> page(404);

  ScriptedShop() {
    this(ServerSocketFactory.getDefault(), "http");
  }

  ScriptedShop(ServerSocketFactory sockets, String scheme) {
    try {
      this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.scheme = scheme;
    threads.execute(this::accept);
  }

  URI address() {
    return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort());
  }

  URI address(String folder) {
    return URI.create(address() + folder);
  }

  ScriptedShop answers(Function<Request, Response> newScript) {
    script = newScript;
    return this;
  }

  /** One answer after the other; the last one stays. */
  ScriptedShop answersInTurn(Response... responses) {
    Deque<Response> left = new ArrayDeque<>(List.of(responses));
    return answers(request -> left.size() > 1 ? left.remove() : left.peek());
  }

  List<Request> requests(String path) {
    return requests.stream().filter(request -> request.path().endsWith(path)).toList();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        threads.execute(() -> talk(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      var request = read(socket);
      if (request != null) {
        requests.add(request);
        write(script.apply(request), socket.getOutputStream());
      }
    } catch (IOException | InterruptedException e) {
      // The client went away, or the test is over.
    }
  }

  private static Request read(Socket socket) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    var line = reader.readLine();
    if (line == null) {
      return null;
    }
    var headers = new TreeMap<String, String>();
    for (var header = reader.readLine(); !header.isEmpty(); header = reader.readLine()) {
      var colon = header.indexOf(':');
      headers.put(header.substring(0, colon).toLowerCase(), header.substring(colon + 1).strip());
    }
    var words = line.split(" ");
    var parts = words[1].split("\\?", 2);
    var query = parts.length > 1 ? parts[1] : "";
    return new Request(words[0], parts[0], query, decoded(query), headers);
  }

  private static Map<String, String> decoded(String query) {
    var values = new LinkedHashMap<String, String>();
    for (var pair : query.split("&")) {
      var parts = pair.split("=", 2);
      if (parts.length == 2) {
        // A plus would mean a space here: the client has to write %20.
        values.put(decode(parts[0]), decode(parts[1].replace("+", "(plus)")));
      }
    }
    return values;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void write(Response response, OutputStream out)
      throws IOException, InterruptedException {
    response.held().await();
    var head = new StringBuilder("HTTP/1.1 " + response.status() + " Scripted\r\n");
    response.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: " + response.body().length + "\r\nConnection: close\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.UTF_8));
    var sent = response.sent() < 0 ? response.body().length : response.sent();
    out.write(response.body(), 0, sent);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
