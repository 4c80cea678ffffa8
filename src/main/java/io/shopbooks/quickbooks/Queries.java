package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
   */
  List<JsonNode> all(String realm, String entity, String where) {
    var found = new ArrayList<JsonNode>();
    int before;
    do {
      before = found.size();
      var statement =
          "select * from %s%s startposition %d maxresults %d"
              .formatted(entity, where, before + 1, PAGE);
      page(realm, entity, statement).forEach(found::add);
    } while (found.size() - before == PAGE);
    return found;
  }

  private JsonNode page(String realm, String entity, String statement) {
    var query = "query=" + URLEncoder.encode(statement, StandardCharsets.UTF_8);
    return calls.read(Request.get(realm, "query", query)).path("QueryResponse").path(entity);
  }

  /**
   * The text with wildcards for what the parser does not take: typographic marks and the like. Who
   * asks must compare what comes back.
   */
  static String searchable(String text) {
    return text.replaceAll("[^\\p{ASCII}\\p{IsLatin}]+|%+", "%");
  }

  /** A text between quotes. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
