package io.shopbooks.sale;

import java.net.URI;
import java.util.Locale;

/**
 * Which shop it is, told by the shop's own address and not by our name for it: {@code
 * shop.example}, {@code shop.example:8443/store}; of a Wix site its site id. Stays the same when
 * the connection file is renamed, or the address gains https or {@code www}.
 */
public record ShopId(String value) {

  public ShopId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A shop needs an address or an id");
    }
  }

  /** The identity of the shop at this address. */
  public static ShopId at(URI address) {
    var host = address.getHost().toLowerCase(Locale.ROOT);
    var name = host.startsWith("www.") ? host.substring(4) : host;
    var usual = address.getScheme().equals("https") ? 443 : 80;
    var port = address.getPort() < 0 || address.getPort() == usual ? "" : ":" + address.getPort();
    var path = address.getPath() == null ? "" : address.getPath().replaceAll("/+$", "");
    return new ShopId(name + port + path);
  }

  @Override
  public String toString() {
    return value;
  }
}
