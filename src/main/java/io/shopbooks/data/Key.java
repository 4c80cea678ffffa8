package io.shopbooks.data;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;

/**
 * The key of the secrets.
 *
 * @param encryptor AES-256-GCM under the key, with a fresh random vector each time
 * @param seal signs what may be read, but not made by others
 * @param place where the key comes from, for messages
 */
record Key(BytesEncryptor encryptor, SecretKeySpec seal, String place) {

  private static final int SHORTEST = 32;

  // Only spreads the key; a key of 32 random characters needs no salt of its own.
  private static final String SALT = "73686f70626f6f6b73";

  /**
   * The configured key, or else the one in the data folder, generated when first needed.
   *
   * @throws CannotStart if it is too short to protect anything, or cannot be read
   */
  static Key of(DataFolder folder, String configured) {
    return configured.isBlank()
        ? of(folder.randomText(folder.key()), folder.key().toString())
        : of(configured.strip(), "SHOPBOOKS_SECRET");
  }

  private static Key of(String text, String place) {
    if (text.length() < SHORTEST) {
      throw new CannotStart(
          "The key in " + place + " is shorter than " + SHORTEST + " characters.",
          "Put a long random text there, such as: openssl rand -base64 32. If secrets were stored"
              + " with an earlier key, bring that key back instead.");
    }
    var seal = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), Secrets.SEAL);
    return new Key(Encryptors.stronger(text, SALT), seal, place);
  }
}
