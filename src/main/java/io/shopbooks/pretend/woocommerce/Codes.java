package io.shopbooks.pretend.woocommerce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Codes that look random and are the same at every start: order keys, cart hashes. */
final class Codes {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private Codes() {}

  /** Letters and digits made from a seed. */
  static String letters(String seed, int length) {
    var hash = md5(seed + "/" + length);
    var text = new StringBuilder();
    for (var i = 0; i < length; i++) {
      text.append(LETTERS.charAt(Math.floorMod(hash[i % hash.length] * 31 + i, LETTERS.length())));
    }
    return text.toString();
  }

  /** 32 hexadecimal digits made from a seed. */
  static String hex(String seed) {
    return HexFormat.of().formatHex(md5(seed));
  }

  private static byte[] md5(String seed) {
    try {
      return MessageDigest.getInstance("MD5").digest(seed.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
