package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import java.time.Clock;
import java.time.Duration;

/** Why a shop refuses, as far as its answer tells, and what to change (`woocommerce.md` 2.4). */
final class Remedies {

  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(15);

  private final Connection connection;
  private final Connection.WooCommerce shop;
  private final Clock clock;

  Remedies(Connection connection, Connection.WooCommerce shop, Clock clock) {
    this.connection = connection;
    this.shop = shop;
    this.clock = clock;
  }

  String of(Answer answer, String code, Reach reach) {
    return switch (answer.status()) {
      case 400 -> "Shopbooks needs WooCommerce 5.8 or later, and statuses that the shop knows.";
      case 401, 403, 406 -> code.isEmpty() ? atTheDoor(answer) : keys(code, answer, reach);
      case 404 -> code.isEmpty() ? noApi() : noWooCommerce();
      default -> "Ask the host of the shop why it refuses requests to /wp-json/wc/v3/.";
    };
  }

  private String atTheDoor(Answer answer) {
    return answer.status() == 401 && answer.header("WWW-Authenticate").isPresent()
        ? "A password stands before the whole site: let requests to /wp-json/wc/ through without it."
        : "A firewall or a security plugin keeps programs out: let requests to /wp-json/wc/ through.";
  }

  private String keys(String code, Answer answer, Reach reach) {
    return switch (code) {
      case "woocommerce_rest_cannot_view" -> unknownKey(reach);
      case "woocommerce_rest_authentication_error" -> wrongSecret(answer);
      case "invalid_username", "incorrect_password" ->
          "WordPress took the key for somebody's password: set shop.auth to query" + inFile() + ".";
      case "jwt_auth_bad_auth_header" ->
          "A JWT plugin takes the key's header away: set shop.auth to query" + inFile() + ".";
      default ->
          "The key's user has to be an administrator or shop manager; a security plugin may also"
              + " keep programs out: let requests to /wp-json/wc/ through.";
    };
  }

  private String unknownKey(Reach reach) {
    if (reach.isPlain()) {
      return "With plain permalinks WooCommerce does not look at keys: choose another structure"
          + " under Settings > Permalinks of the shop.";
    }
    var check = "The shop saw no key it knows. Check shop.consumer-key" + inFile();
    if (!isHttps()) {
      return check + ".";
    }
    var proxy = "behind a proxy WordPress may not know that it is reached by https";
    return shop.auth() == Connection.Auth.QUERY
        ? check + "; if it is right, " + proxy + "."
        : check
            + "; if it is right, the host strips the Authorization header (set shop.auth to query),"
            + " or "
            + proxy
            + ".";
  }

  private String wrongSecret(Answer answer) {
    if (isHttps()) {
      return "The key is known. Check shop.consumer-secret"
          + inFile()
          + ", and that the key may read (WooCommerce > Settings > Advanced > REST API).";
    }
    var apart =
        answer
            .date()
            .map(date -> Duration.between(date, clock.instant()).abs())
            .orElse(Duration.ZERO);
    if (apart.compareTo(CLOCKS_MAY_DIFFER) >= 0) {
      return "The clocks of this machine and of the shop are "
          + apart.toMinutes()
          + " minutes apart, and 15 are allowed: set them right.";
    }
    return "Check shop.consumer-secret"
        + inFile()
        + ", that the key may read, and that shop.url is the site address of the shop's settings;"
        + " with https none of this needs a signature.";
  }

  private String noApi() {
    return "No WordPress REST API is there: shop.url"
        + inFile()
        + " has to be the whole address of the shop, with its folder.";
  }

  private String noWooCommerce() {
    return "WordPress is there, WooCommerce is not: activate it, or correct shop.url"
        + inFile()
        + ".";
  }

  private String inFile() {
    return " in " + connection.file();
  }

  private boolean isHttps() {
    return shop.url().getScheme().equals("https");
  }
}
