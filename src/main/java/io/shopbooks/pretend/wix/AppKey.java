package io.shopbooks.pretend.wix;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key pair of the app: webhooks are JWTs signed with it, RS256 (`wix.md` 5). */
final class AppKey {

  private static final String ID = "app";

  private final PrivateKey secret;
  private final String pem;

  private AppKey(PrivateKey secret, String pem) {
    this.secret = secret;
    this.pem = pem;
  }

  /** The site's key: made once, kept with what the site knows. */
  static AppKey of(Site site) {
    try {
      if (site.find(Site.Kind.APP_KEY, ID).isEmpty()) {
        make(site);
      }
      var kept = site.latest(Site.Kind.APP_KEY, ID);
      var bytes = Base64.getDecoder().decode(kept.path("private").asText());
      var secret = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
      return new AppKey(secret, kept.path("public").asText());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot sign with RSA", e);
    }
  }

  private static void make(Site site) throws GeneralSecurityException {
    var maker = KeyPairGenerator.getInstance("RSA");
    maker.initialize(2048);
    var pair = maker.generateKeyPair();
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    var pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + lines.encodeToString(pair.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    var secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    site.put(Site.Kind.APP_KEY, ID, Json.object().put("private", secret).put("public", pem));
  }

  /** The public key, as PEM. */
  String pem() {
    return pem;
  }

  /** A JWT that carries this. */
  String sign(String claims) {
    var content = text("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + text(claims);
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(secret);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot sign with RSA", e);
    }
  }

  private static String text(String json) {
    return encoded(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
