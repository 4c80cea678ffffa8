package io.shopbooks.connections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.mock.env.MockEnvironment;

/** A folder of connection files in a test, with an environment, a store of secrets and a clock. */
final class AFolder {

  static final Instant TODAY = Instant.parse("2026-11-22T12:00:00Z");

  /** The least a connection says. */
  static final String LEAST =
      """
      shop:
        kind: woocommerce
        url: https://shop.example
        consumer-key: ck_1
        consumer-secret: cs_1
      sync:
        time-zone: Europe/Paris
        start-date: 2026-01-01
      """;

  /** The least a connection to a Wix site says. */
  static final String LEAST_WIX =
      """
      shop:
        kind: wix
        site-id: 01234567-89ab-cdef-0123-456789abcdef
        api-key: key
      sync:
        time-zone: America/Montreal
      """;

  final Path mappings;
  final MockEnvironment environment = new MockEnvironment();
  final Map<String, String> secrets = new HashMap<>();
  final SetClock clock = new SetClock(TODAY);
  StartDates starts = (shop, proposed) -> proposed;
  private final Connections connections;
  private final ConnectionEditor editor;

  AFolder(Path mappings) {
    this.mappings = mappings;
    create(folder());
    var interpolation = new Interpolation(environment, this::secret);
    var reader =
        new ConnectionReader(
            new YamlReader(interpolation),
            new ConnectionSchema(),
            (shop, proposed) -> starts.of(shop, proposed),
            clock);
    connections = new Connections(mappings.toString(), false, reader, clock);
    editor =
        new ConnectionEditor(
            mappings.toString(),
            false,
            connections,
            new ConnectionSchema(),
            environment,
            this::secret,
            secrets::put,
            clock);
  }

  ConnectionEditor editor() {
    return editor;
  }

  Connections connections() {
    return connections;
  }

  Path folder() {
    return mappings.resolve("connections");
  }

  Path file(String name) {
    return folder().resolve(name);
  }

  AFolder with(String file, String text) {
    try {
      Files.writeString(file(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The connection of this text. */
  Connection connection(String text) {
    return with("acme.yaml", text).connections().named("acme");
  }

  private Optional<String> secret(String name) {
    if (name.equals("damaged")) {
      throw new SecretLookup.Unreadable(
          "Set SHOPBOOKS_SECRET to the key it was stored with.", null);
    }
    return Optional.ofNullable(secrets.get(name));
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
