package io.shopbooks.pretend;

import com.sun.net.httpserver.Headers;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** The first lines of an HTTP/1.1 request: what is asked, and its headers. */
record RequestHead(String method, URI target, String protocol, Headers headers) {

  private static final int LONGEST_LINE = 64 * 1024;

  /** Reads them; null if the connection ended instead. */
  static RequestHead read(InputStream in) throws IOException {
    var first = line(in);
    if (first == null) {
      return null;
    }
    var words = first.split(" ");
    if (words.length != 3) {
      throw new IOException("No request line: " + first);
    }
    var headers = new Headers();
    for (var line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      var colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("No header: " + line);
      }
      headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return new RequestHead(words[0], target(words[1]), words[2], headers);
  }

  private static URI target(String text) throws IOException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IOException("No address: " + text, e);
    }
  }

  /** Whether the client closes the connection after this request. */
  boolean lastOfConnection() {
    return protocol.equals("HTTP/1.0") || "close".equalsIgnoreCase(headers.getFirst("Connection"));
  }

  /** The body the headers announce, whole; empty if they announce none. */
  byte[] readBody(InputStream in) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.getFirst("Transfer-Encoding"))) {
      return chunks(in);
    }
    var length = headers.getFirst("Content-Length");
    return length == null ? new byte[0] : exactly(in, Integer.parseInt(length));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      var size = line(in);
      if (size == null) {
        throw new EOFException("The body ended within its chunks");
      }
      var length = Integer.parseInt(size.split(";")[0].strip(), 16);
      body.write(exactly(in, length));
      line(in);
      if (length == 0) {
        return body.toByteArray();
      }
    }
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The body ended after " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (var next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
      }
      bytes.write(next);
      if (bytes.size() > LONGEST_LINE) {
        throw new IOException("A line of the request is longer than " + LONGEST_LINE + " bytes");
      }
    }
    return null;
  }
}
