package io.shopbooks.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** Short names for long texts: equal for equal ones, and for no others. */
final class Hashes {

  private Hashes() {}

  /** Of these texts in this order, 64 hexadecimal digits. */
  static String of(Collection<String> texts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var text : texts) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        // Its length first, so that no two lists of texts run into one.
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
