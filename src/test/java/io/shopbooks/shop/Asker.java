package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.RawOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Asks a scripted shop the way the program does, on a clock that stands still. */
final class Asker {

  final TestClock clock = new TestClock();
  final Connection connection;

  Asker(ScriptedShop server) {
    this.connection = AConnection.toShopAt(server.address());
  }

  Reply ask(Question question) {
    return api(Map.of()).ask(connection, question);
  }

  Reply ask(Connection other) {
    return api(Map.of()).ask(other, Question.list("orders"));
  }

  WooApi api(Map<String, String> settings) {
    var all = Settings.with(settings);
    return new WooApi(all, wire(all), clock, clock);
  }

  static Wire wire(ShopSettings settings) {
    return new Wire(
        Wire.client(settings.connectTimeout()),
        settings.readTimeout(),
        settings.largestAnswer().toBytes());
  }

  Shops shops() {
    return shops(Map.of());
  }

  Shops shops(Map<String, String> settings) {
    var all = Settings.with(settings);
    return new Shops(all, new Mappings(Path.of("mappings"), all), clock, clock);
  }

  static List<RawOrder> take(Changes changes) {
    return StreamSupport.stream(changes.spliterator(), false).toList();
  }
}
