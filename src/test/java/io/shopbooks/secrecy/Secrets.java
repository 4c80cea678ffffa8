package io.shopbooks.secrecy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What no log may tell: by their shapes the keys and tokens that tests make, by name the others.
 */
public final class Secrets {

  /** Of the app at Intuit, in every {@code World}. */
  public static final String CLIENT_SECRET = "whispered-to-intuit";

  /** Signs deliveries of a shop. */
  public static final String WEBHOOK_SECRET = "whispered-to-the-shop";

  /** Part of an address that is pinged after good runs. */
  public static final String HEARTBEAT = "whispered-to-the-monitor";

  /** Of people with an account. */
  public static final String PASSWORD = "whispered to the console";

  private static final List<Pattern> NOWHERE =
      List.of(
          // a shop's consumer key and secret
          Pattern.compile("c[ks]_[0-9a-zA-Z]{40}"),
          // a site's key and what an app gets for its secret
          Pattern.compile("IST\\.[0-9A-Za-z]{4,}|OauthNG\\.JWS"),
          // QuickBooks' tokens, and codes that are exchanged for them
          Pattern.compile("\\b(?:AT|RT1|code)-[0-9a-f]{32}"),
          Pattern.compile("\\b(?:Basic|Bearer) (?=\\S*[0-9=])[0-9A-Za-z+/=._-]{8,}"),
          Pattern.compile("/links/[0-9A-Za-z_-]{20,}"),
          Pattern.compile("whispered[ -]to[ -]"));

  /** Printed on the terminal on purpose, for whoever makes the first account. */
  private static final Pattern SIGN_IN_LINK = Pattern.compile("/account\\?token=[0-9A-Za-z_-]{8,}");

  private Secrets() {}

  /** The first secret in a text on the terminal. */
  static Optional<String> onTerminal(String text) {
    return NOWHERE.stream()
        .map(shape -> shape.matcher(text))
        .filter(found -> found.find())
        .map(found -> found.group())
        .findFirst();
  }

  /** The first secret in a line of a log. */
  static Optional<String> inLog(String line) {
    var link = SIGN_IN_LINK.matcher(line);
    return onTerminal(line).or(() -> link.find() ? Optional.of(link.group()) : Optional.empty());
  }
}
