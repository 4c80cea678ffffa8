package io.shopbooks.pretend;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One HTTP server on loopback that pretends stand behind, each under its own path. */
public final class PretendServer implements AutoCloseable {

  static {
    // Head and body of an answer go out in two packets; without this each answer waits 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(16);

  private PretendServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /** Starts on this port; 0 takes any free one. */
  public static PretendServer start(int port) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var server = new PretendServer(HttpServer.create(address, 0));
      server.server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " of this machine is taken", e);
    }
  }

  /** Answers everything under this path ("/shop") with the handler. */
  public void mount(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  /** Where a path of this server is reached: {@code http://127.0.0.1:8081/shop}. */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
