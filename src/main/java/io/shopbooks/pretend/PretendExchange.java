package io.shopbooks.pretend;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One request and its answer on a connection that may carry more.
 *
 * <p>Closed before the headers are sent, or before a body of the announced length was written, it
 * cuts the connection: that is how a pretend loses an answer.
 */
final class PretendExchange extends HttpExchange {

  private final RequestHead head;
  private final byte[] body;
  private final Socket socket;
  private final Headers responseHeaders = new Headers();
  private final Map<String, Object> attributes = new HashMap<>();
  private HttpContext context;
  private int status = -1;
  private ResponseBody response;
  private boolean closed;

  private PretendExchange(RequestHead head, byte[] body, Socket socket) {
    this.head = head;
    this.body = body;
    this.socket = socket;
  }

  /** The next request of a connection; null when the client is done. */
  static PretendExchange read(InputStream in, Socket socket) throws IOException {
    var head = RequestHead.read(in);
    if (head == null) {
      return null;
    }
    if ("100-continue".equalsIgnoreCase(head.headers().getFirst("Expect"))) {
      socket
          .getOutputStream()
          .write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    return new PretendExchange(head, head.readBody(in), socket);
  }

  void under(HttpContext mount) {
    context = mount;
  }

  /** Whether the connection may carry another request after this one. */
  boolean keepsAlive() {
    return !socket.isClosed()
        && !head.lastOfConnection()
        && !"close".equalsIgnoreCase(responseHeaders.getFirst("Connection"));
  }

  @Override
  public void sendResponseHeaders(int code, long length) throws IOException {
    if (status >= 0) {
      throw new IOException("The headers are already sent");
    }
    status = code;
    var bodiless = length < 0 || head.method().equals("HEAD");
    if (!responseHeaders.containsKey("Date")) {
      responseHeaders.set("Date", HttpDate.of(Instant.now()));
    }
    if (length > 0 || length < 0 && code != 204 && code != 304) {
      responseHeaders.set("Content-Length", Long.toString(Math.max(0, length)));
    } else if (length == 0) {
      responseHeaders.set("Transfer-Encoding", "chunked");
    }
    var out = new BufferedOutputStream(socket.getOutputStream());
    out.write(responseHead(code).getBytes(StandardCharsets.ISO_8859_1));
    response = bodiless ? ResponseBody.none(out) : ResponseBody.of(out, length);
    if (bodiless) {
      out.flush();
    }
  }

  private String responseHead(int code) {
    var text = new StringBuilder("HTTP/1.1 " + code + " \r\n");
    responseHeaders.forEach(
        (name, values) ->
            values.forEach(value -> text.append(name).append(": ").append(value).append("\r\n")));
    return text.append("\r\n").toString();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (response == null || !response.finish()) {
        socket.close();
      }
    } catch (IOException e) {
      // The client is gone already.
    }
  }

  @Override
  public Headers getRequestHeaders() {
    return head.headers();
  }

  @Override
  public Headers getResponseHeaders() {
    return responseHeaders;
  }

  @Override
  public URI getRequestURI() {
    return head.target();
  }

  @Override
  public String getRequestMethod() {
    return head.method().toUpperCase(Locale.ROOT);
  }

  @Override
  public HttpContext getHttpContext() {
    return context;
  }

  @Override
  public InputStream getRequestBody() {
    return new ByteArrayInputStream(body);
  }

  @Override
  public OutputStream getResponseBody() {
    if (response == null) {
      throw new IllegalStateException("Send the headers first");
    }
    return response;
  }

  @Override
  public InetSocketAddress getRemoteAddress() {
    return (InetSocketAddress) socket.getRemoteSocketAddress();
  }

  @Override
  public InetSocketAddress getLocalAddress() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  @Override
  public int getResponseCode() {
    return status;
  }

  @Override
  public String getProtocol() {
    return head.protocol();
  }

  @Override
  public Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  @Override
  public void setStreams(InputStream in, OutputStream out) {
    throw new UnsupportedOperationException("Pretends have no filters");
  }

  @Override
  public HttpPrincipal getPrincipal() {
    return null;
  }
}
