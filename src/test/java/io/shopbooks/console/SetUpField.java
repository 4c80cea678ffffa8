package io.shopbooks.console;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A field of the page that sets up a connection. */
record SetUpField(Element element) {

  /** The field of this key: {@code sync.time-zone}. */
  static SetUpField of(Document page, String key) {
    return page.select(".field").stream()
        .filter(field -> field.select(".hint code").text().equals(key))
        .findFirst()
        .map(SetUpField::new)
        .orElseThrow(() -> new AssertionError("No field " + key));
  }

  /** How the form calls what is typed into it. */
  String name() {
    return element.selectFirst("input[name^=value]").attr("name");
  }

  /** Its suggestion, as the form sends it when it is ticked. */
  Map<String, String> ticked() {
    var box = element.selectFirst("input[type=checkbox]");
    return Map.of(box.attr("name"), box.attr("value"));
  }
}
