package io.shopbooks.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses deliveries of webhooks that are too large: by what they say of themselves, or as soon as
 * more has come than may.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class LargestDelivery extends OncePerRequestFilter {

  // As the routes match it: decoded, so that no other spelling of the path gets past.
  private static final RequestMatcher DELIVERIES =
      PathPatternRequestMatcher.withDefaults().matcher("/webhooks/**");

  private final int largest;

  /**
   * @param largest size of a body, in bytes
   */
  LargestDelivery(int largest) {
    this.largest = largest;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !DELIVERIES.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > largest) {
      refuse(response);
      return;
    }
    var body = request.getInputStream().readNBytes(largest + 1);
    if (body.length > largest) {
      refuse(response);
    } else {
      chain.doFilter(new Read(request, body), response);
    }
  }

  private static void refuse(HttpServletResponse response) {
    response.setHeader("Connection", "close");
    response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    response.setContentLength(0);
  }

  /** A request whose body was read. */
  private static final class Read extends HttpServletRequestWrapper {

    private final ServletInputStream body;

    Read(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = new Body(body);
    }

    @Override
    public ServletInputStream getInputStream() {
      return body;
    }

    @Override
    public BufferedReader getReader() {
      throw new UnsupportedOperationException("The bytes are signed, not the text");
    }
  }

  private static final class Body extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Body(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int most) {
      return bytes.read(into, from, most);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("Deliveries are read at once");
    }
  }
}
