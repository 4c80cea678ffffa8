package io.shopbooks.report;

import io.shopbooks.ledger.Hold;
import io.shopbooks.report.ActionLinks.Action;
import io.shopbooks.report.Letter.Link;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Addresses in mails, under {@code SHOPBOOKS_PUBLIC_URL}; where that is not set, mails have none.
 */
@Component
class MailLinks {

  private final ActionLinks links;
  private final String address;

  MailLinks(ActionLinks links, @Value("${shopbooks.public-url:}") String address) {
    this.links = links;
    this.address = address.strip().replaceAll("/+$", "");
  }

  /** What can be done about something held by a click: try again, or leave it out. */
  List<Link> about(Hold hold, Words words) {
    if (address.isEmpty()) {
      return List.of();
    }
    return List.of(link(Action.RETRY, hold, words), link(Action.IGNORE, hold, words));
  }

  private Link link(Action action, Hold hold, Words words) {
    return new Link(
        words.say("link." + action.word()), address + "/links/" + links.make(action, hold));
  }

  /** The report of a run as a page. */
  Optional<Link> page(String connection, long run, Words words) {
    return to(connection, "/reports/" + run, words.say("link.page"));
  }

  /** The connection's sign-in page. */
  Optional<Link> signIn(String connection, Words words) {
    return to(connection, "/quickbooks", words.say("link.sign-in"));
  }

  /** What waits of its stock. */
  Optional<Link> stock(String connection, Words words) {
    return to(connection, "/stock", words.say("link.stock"));
  }

  /** The connection's own page. */
  Optional<Link> home(String connection, Words words) {
    return to(connection, "", words.say("link.home"));
  }

  private Optional<Link> to(String connection, String page, String label) {
    var name = URLEncoder.encode(connection, StandardCharsets.UTF_8).replace("+", "%20");
    return address.isEmpty()
        ? Optional.empty()
        : Optional.of(new Link(label, address + "/connections/" + name + page));
  }
}
