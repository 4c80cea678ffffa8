package io.shopbooks.pretend.woocommerce;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/**
 * Carries deliveries, as far as WordPress lets it: not to private addresses nor to ports other than
 * 80, 443 and 8080, save the shop's own host and port; following no redirect (`woocommerce.md` 9.1,
 * 9.2).
 */
final class Postman {

  private static final Set<Integer> PORTS = Set.of(80, 443, 8080);
  private static final int TIMEOUT_MILLIS = 60_000;

  private final Shop shop;

  Postman(Shop shop) {
    this.shop = shop;
  }

  /** Carries it and says what came back. */
  Delivery carry(Delivery delivery) {
    try {
      var url = URI.create(delivery.url());
      return delivery.answered(mayGoTo(url) ? post(url, delivery) : 0);
    } catch (IOException | IllegalArgumentException e) {
      return delivery.answered(0);
    }
  }

  private boolean mayGoTo(URI url) throws UnknownHostException {
    if (!List.of("http", "https").contains(url.getScheme()) || url.getHost() == null) {
      return false;
    }
    if (shop.store.has(Store.Habit.DELIVERS_ANYWHERE)) {
      return true;
    }
    var home = URI.create(shop.home());
    var isOwnHost = url.getHost().equalsIgnoreCase(home.getHost());
    var port = port(url);
    var portAllowed = PORTS.contains(port) || isOwnHost && port == port(home);
    return portAllowed && (isOwnHost || isPublic(InetAddress.getByName(url.getHost())));
  }

  private static int port(URI url) {
    if (url.getPort() > 0) {
      return url.getPort();
    }
    return url.getScheme().equals("https") ? 443 : 80;
  }

  private static boolean isPublic(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isSiteLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isAnyLocalAddress();
  }

  private static int post(URI url, Delivery delivery) throws IOException {
    var connection = (HttpURLConnection) url.toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(delivery.body().length);
    delivery.headers().forEach(connection::setRequestProperty);
    connection.setRequestProperty("Accept", "*/*");
    connection.setRequestProperty("Connection", "close");
    try (var out = connection.getOutputStream()) {
      out.write(delivery.body());
    }
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }
}
