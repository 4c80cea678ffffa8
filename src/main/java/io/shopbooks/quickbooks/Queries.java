package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Questions in QuickBooks' query language (`quickbooks-online.md` 3), all pages of the answer. */
@Component
class Queries {

  private static final int PAGE = 1000;

  private final Calls calls;

  Queries(Calls calls) {
    this.calls = calls;
  }

  /**
   * @param where " where …", or empty
   * @throws CompanyResting if QuickBooks does not answer
   * @throws QuestionRefused if it refuses the question
   */
  List<JsonNode> all(String realm, String entity, String where) {
    var found = new ArrayList<JsonNode>();
    each(realm, entity, where, found::add);
    return found;
  }

  /** The same, page by page, for answers nobody should keep in memory. */
  void each(String realm, String entity, String where, Consumer<JsonNode> what) {
    for (int start = 1; ; start += PAGE) {
      var statement =
          "select * from %s%s startposition %d maxresults %d".formatted(entity, where, start, PAGE);
      var page = page(realm, entity, statement);
      page.forEach(what);
      if (page.size() < PAGE) {
        return;
      }
    }
  }

  private JsonNode page(String realm, String entity, String statement) {
    var query = "query=" + URLEncoder.encode(statement, StandardCharsets.UTF_8);
    return calls.read(Request.get(realm, "query", query), "QueryResponse").path(entity);
  }

  /**
   * The text with wildcards for what the parser does not take: typographic marks and the like. Who
   * asks must compare what comes back.
   */
  static String searchable(String text) {
    return text.replaceAll("[^\\p{ASCII}\\p{IsLatin}]+|%+", "%");
  }

  /** Whether the parser takes the text as it is. */
  static boolean isSearchable(String text) {
    return searchable(text).equals(text);
  }

  /** A text between quotes. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
