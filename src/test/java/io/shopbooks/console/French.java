package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.jsoup.select.Elements;

/** What a page says to readers of French. */
final class French {

  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(the|is|are|not|no|of|and|here|this|that|write|did|you|mean|unknown|key|keys|value"
              + "|cannot|missing|under|belongs|must|add)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Of a key, a command or an address. */
  private static final Pattern NAME = Pattern.compile("\\w+([-./:]+\\w+)+");

  private French() {}

  /** The text of these parts of a page, in which no sentence is English. */
  static String textOf(Elements parts) {
    assertThat(parts).isNotEmpty();
    assertThat(parts.select("[lang=en]")).isEmpty();
    var prose = parts.clone();
    prose.select("code").remove();
    assertThat(NAME.matcher(prose.text()).replaceAll("")).doesNotContainPattern(ENGLISH);
    return parts.text();
  }
}
