package io.shopbooks.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import javax.crypto.Mac;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Short texts nobody may read in the database or its backups: what {@code ${secret:NAME}} in a
 * connection file stands for, and, in their own tables, the tokens of other rooms. Each is bound to
 * its name: moved under another name, it does not open.
 */
public final class Secrets {

  static final String SEAL = "HmacSHA256";

  private static final String REMEDY =
      "Set SHOPBOOKS_SECRET to the key it was stored with, or bring secret.key back from the backup"
          + " of the data folder. If that key is lost, store the secret again (a QuickBooks"
          + " sign-in: `connect`).";

  private final JdbcClient database;
  private final Key key;
  private final Clock clock;

  Secrets(JdbcClient database, Key key, Clock clock) {
    this.database = database;
    this.key = key;
    this.clock = clock;
  }

  /** Stores the text under this name, in place of what was there. */
  public void put(String name, String text) {
    database
        .sql(
            """
            insert into secret (name, value, updated_at) values (:name, :value, :now)
            on conflict (name) do update
            set value = excluded.value, updated_at = excluded.updated_at
            """)
        .param("name", name)
        .param("value", encrypt(name, text))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * The text stored under this name, if there is one.
   *
   * @throws SecretUnreadable if it was stored with another key, or damaged
   */
  public Optional<String> find(String name) {
    return database
        .sql("select value from secret where name = :name")
        .param("name", name)
        .query((row, number) -> row.getBytes("value"))
        .optional()
        .map(value -> decrypt(name, value));
  }

  /** Forgets what is stored under this name; says whether there was something. */
  public boolean remove(String name) {
    return database.sql("delete from secret where name = :name").param("name", name).update() > 0;
  }

  /** The text, encrypted under this name; each time different. */
  public byte[] encrypt(String name, String text) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A secret needs a name");
    }
    var content = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(content)) {
      out.writeUTF(name);
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return key.encryptor().encrypt(content.toByteArray());
  }

  /**
   * The text that was encrypted under this name.
   *
   * @throws SecretUnreadable if it was encrypted with another key or name, or damaged
   */
  public String decrypt(String name, byte[] value) {
    try (var content = new DataInputStream(new ByteArrayInputStream(open(name, value)))) {
      var itsName = content.readUTF();
      if (!itsName.equals(name)) {
        throw unreadable(name, "was stored under the name '" + itsName + "'", null);
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unreadable(name, "is damaged", e);
    }
  }

  private byte[] open(String name, byte[] value) {
    try {
      return key.encryptor().decrypt(value);
    } catch (RuntimeException e) {
      // Spring's own failures: authentication failed, or too short to be encrypted at all.
      throw unreadable(name, "was stored with another key than the one in " + key.place(), e);
    }
  }

  /**
   * What only the holder of the key can make of this text: 32 bytes, always the same.
   *
   * @param purpose so that what was sealed for one thing is good for no other
   */
  public byte[] seal(String purpose, String text) {
    try {
      var mac = Mac.getInstance(SEAL);
      mac.init(key.seal());
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + SEAL, e);
    }
  }

  private static SecretUnreadable unreadable(String name, String why, Throwable cause) {
    return new SecretUnreadable("The secret '" + name + "' " + why + ".", REMEDY, cause);
  }
}
