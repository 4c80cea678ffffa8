package io.shopbooks.pretend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * One HTTP server on loopback that pretends stand behind, each under its own path.
 *
 * <p>It is not the server of the JDK, because that one stamps the machine's time on every {@code
 * Date} header, and a pretend answers with its own clock; and because a pretend must be able to cut
 * a connection or to lie about a length.
 */
public final class PretendServer implements AutoCloseable {

  private final ServerSocket listener;
  private final SelfSignedKey key;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            var thread = new Thread(task, "pretend-server");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Mount> mounts =
      new ConcurrentSkipListSet<>(
          Comparator.comparing((Mount mount) -> -mount.getPath().length())
              .thenComparing(Mount::getPath));

  private PretendServer(ServerSocket listener, SelfSignedKey key) {
    this.listener = listener;
    this.key = key;
  }

  /** Starts on this port; 0 takes any free one. */
  public static PretendServer start(int port) {
    return listening(port, null);
  }

  /**
   * Starts on this port with TLS, under a key and certificate made now; {@link #trust()} lets a
   * client in. 0 takes any free port.
   */
  public static PretendServer startSecure(int port) {
    return listening(port, SelfSignedKey.make());
  }

  private static PretendServer listening(int port, SelfSignedKey key) {
    try {
      var listener =
          key == null
              ? new ServerSocket()
              : key.context().getServerSocketFactory().createServerSocket();
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      var server = new PretendServer(listener, key);
      server.threads.execute(server::listen);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " of this machine is taken", e);
    }
  }

  /** Answers everything under this path ("/shop") with the handler; the longest path wins. */
  public void mount(String path, HttpHandler handler) {
    mounts.add(new Mount(path, handler));
  }

  /** Where a path of this server is reached: {@code http://127.0.0.1:8081/shop}. */
  public URI address(String path) {
    var scheme = isSecure() ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort() + path);
  }

  /** Whether it speaks TLS. */
  public boolean isSecure() {
    return key != null;
  }

  /**
   * A client's TLS settings that trust this server's certificate.
   *
   * @throws IllegalStateException if the server does not speak TLS
   */
  public SSLContext trust() {
    if (key == null) {
      throw new IllegalStateException("This server speaks plain HTTP: there is nothing to trust");
    }
    return key.context();
  }

  @Override
  public void close() {
    quietly(listener);
    open.forEach(PretendServer::quietly);
    threads.shutdownNow();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException("The pretend server can take no more connections", e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      var exchange = PretendExchange.read(in, socket);
      while (exchange != null) {
        answer(exchange);
        exchange = exchange.keepsAlive() ? PretendExchange.read(in, socket) : null;
      }
    } catch (IOException e) {
      // The client went away, or a pretend cut the connection: both end it, neither is news.
    } finally {
      open.remove(socket);
    }
  }

  private void answer(PretendExchange exchange) throws IOException {
    try {
      var mount = mountOf(exchange.getRequestURI().getPath());
      exchange.under(mount);
      mount.getHandler().handle(exchange);
    } catch (RuntimeException | Error e) {
      broken(exchange, e);
    } finally {
      exchange.close();
    }
  }

  private Mount mountOf(String path) {
    return mounts.stream()
        .filter(mount -> mount.holds(path))
        .findFirst()
        .orElseGet(() -> new Mount("/", PretendServer::nothingHere));
  }

  private static void nothingHere(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(404, -1);
  }

  // A bug of a pretend must look like one, in the log of whoever runs it and on the wire.
  private static void broken(PretendExchange exchange, Throwable bug) throws IOException {
    System.getLogger(PretendServer.class.getName())
        .log(System.Logger.Level.ERROR, "A pretend failed at " + exchange.getRequestURI(), bug);
    if (exchange.getResponseCode() < 0) {
      exchange.sendResponseHeaders(500, -1);
    }
  }

  private static void quietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // Closing is all that was wanted.
    }
  }
}
