package io.shopbooks.connections;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.core.env.AbstractEnvironment;

/**
 * Reads connections from texts, as the files are read, but without environment, secrets and
 * database: for worked examples, whose connections hold no secret.
 */
public final class ConnectionTexts {

  private final ConnectionReader reader;

  /**
   * @param clock tells which schedules lie in the past
   */
  public ConnectionTexts(Clock clock) {
    var nothing = new AbstractEnvironment() {};
    var yaml = new YamlReader(new Interpolation(nothing, name -> Optional.empty()));
    reader = new ConnectionReader(yaml, new ConnectionSchema(), (shop, day) -> day, clock);
  }

  /**
   * The connection a text describes.
   *
   * @param file where the text comes from; gives the connection its name
   * @throws BrokenConnection if something is wrong with the text
   */
  public Connection read(Path file, String text) {
    var read = reader.read(file, text);
    return read.connection().orElseThrow(() -> new BrokenConnection(read.name(), read.findings()));
  }
}
