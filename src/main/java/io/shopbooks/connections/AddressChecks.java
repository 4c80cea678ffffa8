package io.shopbooks.connections;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What the schema cannot know of web addresses. None is quoted: people put passwords in them. */
final class AddressChecks {

  private static final JsonPointer SHOP = JsonPointer.compile("/shop/url");
  private static final JsonPointer HEARTBEAT = JsonPointer.compile("/report/heartbeat-url");
  private static final String EXAMPLE = "Write a whole address, for example https://shop.example.";

  private final Tree tree;
  private final Findings findings;

  AddressChecks(Tree tree, Findings findings) {
    this.tree = tree;
    this.findings = findings;
  }

  void add() {
    address(SHOP).ifPresent(this::shop);
    address(HEARTBEAT);
  }

  private void shop(URI address) {
    var path = Optional.ofNullable(address.getPath()).orElse("");
    if (address.getRawQuery() != null || address.getRawFragment() != null) {
      findings.add(SHOP, "The address goes on after a ? or #.", "Leave that part out.");
    } else if (path.matches("(?i).*/(wp-json|wp-admin|wc-api)(/.*)?")) {
      findings.add(
          SHOP,
          "This is an address inside the shop, not the shop's own.",
          "Leave out everything from /wp- or /wc- on.");
    }
  }

  /** The address, if it is one that can be called. */
  private Optional<URI> address(JsonPointer at) {
    var address = tree.text(at).flatMap(text -> parsed(at, text));
    if (address.isEmpty()) {
      return address;
    }
    var scheme = address.get().getScheme();
    if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
      findings.add(at, "The address does not begin with https:// or http://.", EXAMPLE);
    } else if (address.get().getRawUserInfo() != null) {
      findings.add(
          at,
          "A name or password stands in the address, before an @.",
          "Leave that part out; a shop's key goes to consumer-key and consumer-secret.");
    } else if (address.get().getHost() == null) {
      findings.add(
          at,
          "The address has no host name that can be called.",
          EXAMPLE + " A name with other letters than a to z is written with xn--.");
    } else {
      return address;
    }
    return Optional.empty();
  }

  private Optional<URI> parsed(JsonPointer at, String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      findings.add(at, "This is not a web address.", EXAMPLE);
      return Optional.empty();
    }
  }
}
