package io.shopbooks.connections;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What the schema cannot know of web addresses. None is quoted: people put passwords in them. */
final class AddressChecks {

  private static final JsonPointer SHOP = JsonPointer.compile("/shop/url");
  private static final JsonPointer HEARTBEAT = JsonPointer.compile("/report/heartbeat-url");

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
      findings.add(SHOP, "address-query");
    } else if (path.matches("(?i).*/(wp-json|wp-admin|wc-api)(/.*)?")) {
      findings.add(SHOP, "address-inside");
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
      findings.add(at, "address-scheme");
    } else if (address.get().getRawUserInfo() != null) {
      findings.add(at, "address-password");
    } else if (address.get().getHost() == null) {
      findings.add(at, "address-host");
    } else {
      return address;
    }
    return Optional.empty();
  }

  private Optional<URI> parsed(JsonPointer at, String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      findings.add(at, "address-none");
      return Optional.empty();
    }
  }
}
