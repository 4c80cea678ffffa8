package io.shopbooks.pretend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key and a certificate for 127.0.0.1 and localhost, made on the spot and signed by itself.
 *
 * <p>The JDK makes certificates only on its command line, so the few bytes of one (RFC 5280) are
 * written here.
 */
final class SelfSignedKey {

  private static final String ECDSA_WITH_SHA256 = "300a06082a8648ce3d040302";
  // 2020 to 2049: a pretend's clock may be set to any day of those years.
  private static final String VALIDITY =
      "301e170d" + hex("200101000000Z") + "170d" + hex("491231235959Z");
  private static final String NAME =
      sequence(tlv("31", sequence("0603550403" + tlv("0c", hex("pretend")))));
  private static final char[] NO_PASSWORD = new char[0];

  private final SSLContext context;

  private SelfSignedKey(SSLContext context) {
    this.context = context;
  }

  static SelfSignedKey make() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      var pair = generator.generateKeyPair();
      return new SelfSignedKey(contextOf(pair, certify(pair)));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This Java cannot make a TLS key", e);
    }
  }

  /** TLS settings that show this certificate and trust it: for the server and for its clients. */
  SSLContext context() {
    return context;
  }

  private static SSLContext contextOf(KeyPair pair, Certificate certificate)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, NO_PASSWORD);
    store.setKeyEntry("pretend", pair.getPrivate(), NO_PASSWORD, new Certificate[] {certificate});
    store.setCertificateEntry("itself", certificate);
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, NO_PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static Certificate certify(KeyPair pair) throws GeneralSecurityException, IOException {
    var names = sequence(tlv("82", hex("localhost")) + tlv("87", "7f000001"));
    var extensions = tlv("a3", sequence(sequence("0603551d11" + tlv("04", names))));
    var publicKey = hex(pair.getPublic().getEncoded());
    var facts =
        sequence(
            "a003020102020101"
                + ECDSA_WITH_SHA256
                + NAME
                + VALIDITY
                + NAME
                + publicKey
                + extensions);
    var signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(pair.getPrivate());
    signer.update(bytes(facts));
    var signature = tlv("03", "00" + hex(signer.sign()));
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(
            new ByteArrayInputStream(bytes(sequence(facts + ECDSA_WITH_SHA256 + signature))));
  }

  private static String sequence(String content) {
    return tlv("30", content);
  }

  /** Tag, length, value: the brick of DER. All in hexadecimal. */
  private static String tlv(String tag, String content) {
    var length = content.length() / 2;
    if (length < 0x80) {
      return tag + "%02x".formatted(length) + content;
    }
    return tag + (length < 0x100 ? "81%02x" : "82%04x").formatted(length) + content;
  }

  private static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
