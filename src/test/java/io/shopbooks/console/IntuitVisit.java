package io.shopbooks.console;

import io.shopbooks.AtIntuit;
import java.net.URI;
import org.jsoup.nodes.Document;

/**
 * A browser that goes to Intuit's page and comes back.
 *
 * @param from the page whose button leads there
 * @param button where the button posts to
 */
record IntuitVisit(Browser browser, String from, String button) {

  /** The address at Intuit that the button leads to. */
  URI sent() {
    browser.presses(browser.opens(from), button);
    return URI.create(browser.header("Refresh").replaceFirst("0; url=", ""));
  }

  /** The page that is shown when Intuit sends the browser back here. */
  Document returns(URI back) {
    return browser.opens(back.getRawPath() + "?" + back.getRawQuery());
  }

  /** The same when the person connects this company. */
  Document connects(String realm) {
    return returns(AtIntuit.connects(sent(), realm));
  }
}
