package io.shopbooks.pretend;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A path of the server and who answers under it. */
final class Mount extends HttpContext {

  private final String path;
  private final HttpHandler handler;
  private final Map<String, Object> attributes = new HashMap<>();

  Mount(String path, HttpHandler handler) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("A path starts with a slash, this one does not: " + path);
    }
    this.path = path;
    this.handler = handler;
  }

  /** Whether a request's path is this one or lies under it: /shop holds /shop/a, not /shopping. */
  boolean holds(String requested) {
    var folder = path.endsWith("/") ? path : path + "/";
    return requested.equals(path) || requested.startsWith(folder);
  }

  @Override
  public String getPath() {
    return path;
  }

  @Override
  public HttpHandler getHandler() {
    return handler;
  }

  @Override
  public void setHandler(HttpHandler other) {
    throw new UnsupportedOperationException("Mount the other handler");
  }

  @Override
  public HttpServer getServer() {
    throw new UnsupportedOperationException("The pretend server is none of the JDK's");
  }

  @Override
  public Map<String, Object> getAttributes() {
    return attributes;
  }

  @Override
  public List<Filter> getFilters() {
    return List.of();
  }

  @Override
  public Authenticator setAuthenticator(Authenticator authenticator) {
    throw new UnsupportedOperationException("Pretends check their callers themselves");
  }

  @Override
  public Authenticator getAuthenticator() {
    return null;
  }
}
