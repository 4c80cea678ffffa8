package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;

/** What a bad answer of Wix means, and who can help (`wix.md` 7). */
final class WixComplaints {

  private static final String LATER =
      "It is asked again with the next run, and nothing is lost. If this stays, see whether Wix"
          + " tells of trouble at status.wix.com.";

  private final Connection connection;
  private final URI address;

  WixComplaints(Connection connection, URI address) {
    this.connection = connection;
    this.address = address;
  }

  /** No whole answer came. */
  RuntimeException broken(IOException failure, ShopSettings settings) {
    return breakage().of(failure, settings);
  }

  /** An answer that says yes and is not what was asked for. */
  ShopUnreachable useless(Answer answer) {
    return breakage().useless(answer);
  }

  private Breakage breakage() {
    return new Breakage(this::unreachable, this::refused, "WIX_API_URL");
  }

  /** An answer that says no. */
  RuntimeException no(Answer answer, WixCall call, Instant now) {
    var wait = answer.retryAfter(now);
    if (answer.status() >= 500) {
      return unreachable("answered " + words(answer)).weak().after(wait);
    }
    if (answer.status() == 429) {
      return unreachable("answered " + words(answer) + ": too many requests").after(wait);
    }
    var what = "answered " + words(answer) + " to " + call.address();
    return refused(what, remedy(answer.status(), call));
  }

  private String remedy(int status, WixCall call) {
    var file = " in " + connection.file();
    return switch (status) {
      case 401 ->
          "Check shop.api-key"
              + file
              + ": it is a key of the API Keys Manager of the account that owns the site.";
      case 403 ->
          "Check shop.site-id"
              + file
              + ", that the key belongs to the account that owns the site, and that it has the"
              + " permission \""
              + WixPermission.of(call)
              + "\"; a key made before a permission was added may have to be made anew.";
      case 428 -> "Install the app on the site; what it sells is not covered until then.";
      case 400 -> "Check shop.site-id" + file + ": it stands after /dashboard/ in its address.";
      default -> "See whether Wix tells of trouble at status.wix.com; if this stays, report it.";
    };
  }

  // "403 (Permission denied)"
  private String words(Answer answer) {
    var json = Complaints.json(answer);
    var error = json.path("details").path("applicationError");
    var said = error.path("code").asText("") + " " + json.path("message").asText("");
    var words = PlainText.of(said.strip());
    if (words.isEmpty()) {
      return answer.status() + (answer.isWebPage() ? " with a web page" : "");
    }
    var hidden = words.replace(connection.shop().wix().orElseThrow().apiKey(), "***");
    return answer.status()
        + " ("
        + (hidden.length() > 300 ? hidden.substring(0, 300) + "…" : hidden)
        + ")";
  }

  ShopUnreachable unreachable(String what) {
    return new ShopUnreachable(connection.name(), address, what, LATER);
  }

  private ShopRefused refused(String what, String remedy) {
    return new ShopRefused(connection.name(), address, what, remedy);
  }
}
