package io.shopbooks.console;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.jsoup.nodes.Document;

/** A served world whose connection is set up on pages. */
final class SettingUp implements AutoCloseable {

  static final String SETUP = "/connections/acme/setup";
  static final String CHECK = "/connections/acme/check";

  final World world =
      World.of(
              Store.us(),
              Region.US,
              """
              # The days of our books.
              sync: { time-zone: America/New_York, start-date: "2026-01-01", schedule: off }
              payments: { methods: { stripe: { account: Undeposited Funds } } }
              taxes:
                us-code: New York City   # all of them
              """)
          .with("shopbooks.shop.attempts", "1")
          .served();

  /** The connection file as it is at the beginning. */
  final String file = Files.readString(world.file());

  SettingUp() throws IOException {}

  /** The connection file as it is now. */
  String now() throws IOException {
    return Files.readString(world.file());
  }

  void write(String text) throws IOException {
    Files.writeString(world.file(), text);
  }

  /** What comes of choosing this time zone: a difference that may be written. */
  static Document choosing(String zone, Browser operator) {
    var page = operator.opens(SETUP);
    return operator.fills(page, SETUP, Map.of(SetUpField.of(page, "sync.time-zone").name(), zone));
  }

  @Override
  public void close() {
    world.close();
  }
}
