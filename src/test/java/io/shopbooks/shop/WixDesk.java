package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import io.shopbooks.pretend.PretendServer;
import io.shopbooks.pretend.wix.PretendWix;
import io.shopbooks.pretend.wix.WixSite;
import io.shopbooks.sale.RawOrder;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pretend Wix site behind a server, and the program's own way of asking it. */
final class WixDesk implements AutoCloseable {

  final TestClock clock = new TestClock();
  final PretendServer server = PretendServer.start(0);
  final PretendWix wix;

  private WixDesk(WixSite site) {
    wix = PretendWix.open(site, clock).mountOn(server, "/wix");
  }

  static WixDesk of(WixSite site) {
    return new WixDesk(site);
  }

  Connection connection() {
    return connection(wix.key().key());
  }

  Connection connection(String key) {
    return AConnection.toWixSite(site(wix.siteId(), key, "", ""));
  }

  static Connection.Wix site(String id, String key, String publicKey, String instance) {
    return new Connection.Wix(
        id,
        key,
        Optional.of(publicKey).filter(text -> !text.isEmpty()),
        Optional.of(instance).filter(text -> !text.isEmpty()),
        Map.of());
  }

  Shops shops() {
    return shops(server.address("/wix"), clock, Map.of());
  }

  static Shops shops(URI api, TestClock clock, Map<String, String> more) {
    var settings = new HashMap<>(more);
    settings.put("wix-api-url", api.toString());
    var all = Settings.with(settings);
    return new Shops(all, new Mappings(Path.of("mappings"), all), clock, clock);
  }

  /** Everything the site sold since the connection began. */
  List<RawOrder> all() {
    return Asker.take(shops().changes(connection(), Optional.empty()));
  }

  @Override
  public void close() {
    wix.close();
    server.close();
  }
}
