package io.shopbooks.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is, and what protects it.
 *
 * @param data the data folder; {@code ./data}, in the demo {@code ./data/demo}
 * @param cache where PostgreSQL's programs are unpacked; empty: in this user's cache
 * @param secret what the secrets are encrypted with, 32 characters or more; empty: a key is
 *     generated in the data folder
 */
@ConfigurationProperties("shopbooks")
record DataSettings(
    @DefaultValue("./data") String data,
    @DefaultValue("") String cache,
    @DefaultValue("") String secret) {

  /** Where to unpack PostgreSQL's programs; in the data folder if this user has no home. */
  Path programs(DataFolder folder) {
    if (!cache.isBlank()) {
      return Path.of(cache).toAbsolutePath();
    }
    var home = Path.of(System.getProperty("user.home"));
    return home.isAbsolute() && Files.isWritable(home)
        ? home.resolve(".cache").resolve("shopbooks")
        : folder.path().resolve("cache");
  }

  /** Tells no secret: settings end in logs. */
  @Override
  public String toString() {
    return "DataSettings[data=" + data + ", cache=" + cache + "]";
  }
}
