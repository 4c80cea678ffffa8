package io.shopbooks.pretend.quickbooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the query language of `quickbooks-online.md` 3 and nothing beyond it. */
final class QueryParser {

  private static final int MOST_ROWS = 1000;
  private static final int ROWS_BY_DEFAULT = 100;

  private final List<Token> tokens;
  private int at;

  private QueryParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * @throws Refused 4000 if the statement is not of the grammar, 4001 if it asks for something that
   *     the grammar knows and QuickBooks does not allow
   */
  static Query read(String statement) {
    return new QueryParser(QueryLexer.read(statement)).read();
  }

  private Query read() {
    word("select");
    boolean count = !isSign("*");
    if (count) {
      word("count");
      sign("(");
    }
    sign("*");
    if (count) {
      sign(")");
    }
    word("from");
    var entity = name();
    var conditions = conditions();
    boolean ordered = order();
    var order = ordered ? name() : "";
    boolean descending = ordered && take("desc");
    if (ordered && !descending) {
      take("asc");
    }
    int start = take("startposition") ? number(Integer.MAX_VALUE) : 1;
    int max = take("maxresults") ? number(MOST_ROWS) : ROWS_BY_DEFAULT;
    end();
    return new Query(entity, count, conditions, order, descending, start, max);
  }

  private List<Query.Condition> conditions() {
    var conditions = new ArrayList<Query.Condition>();
    if (take("where")) {
      do {
        conditions.add(condition());
      } while (take("and"));
      if (peek().isWord("or")) {
        throw new Refused("4001", "QueryValidationError: the OR operator is not supported");
      }
    }
    return conditions;
  }

  private Query.Condition condition() {
    var property = name();
    if (take("in")) {
      return new Query.Condition(property, "IN", values());
    }
    if (take("like")) {
      return new Query.Condition(property, "LIKE", List.of(value()));
    }
    var operator = next();
    if (!Set.of("=", "<", ">", "<=", ">=").contains(operator.text())) {
      throw unexpected(operator, "\"=\", \"<\", \">\", \"<=\", \">=\", in, like");
    }
    return new Query.Condition(property, operator.text(), List.of(value()));
  }

  private List<String> values() {
    var values = new ArrayList<String>();
    sign("(");
    do {
      values.add(value());
    } while (takeComma());
    sign(")");
    return values;
  }

  private String value() {
    var token = next();
    boolean bare =
        token.isWord("true") || token.isWord("false") || token.kind() == Token.Kind.NUMBER;
    if (!bare && token.kind() != Token.Kind.TEXT) {
      throw unexpected(token, "a value in single quotes, a number, true or false");
    }
    return token.text();
  }

  private boolean order() {
    return take("orderby") || take("order") && word("by");
  }

  private int number(int most) {
    var token = next();
    if (!token.text().matches("\\d{1,9}") || Integer.parseInt(token.text()) < 1) {
      throw new Refused("4001", "QueryValidationError: " + token.text() + " must be 1 or more");
    }
    if (Integer.parseInt(token.text()) > most) {
      throw new Refused("4001", "QueryValidationError: maxresults is at most " + most);
    }
    return Integer.parseInt(token.text());
  }

  private void end() {
    if (peek().kind() != Token.Kind.END) {
      throw unexpected(peek(), "AND, OR, maxresults, order, orderby, startposition");
    }
  }

  private String name() {
    var token = next();
    if (token.kind() != Token.Kind.WORD) {
      throw unexpected(token, "a name");
    }
    return token.text();
  }

  private boolean word(String wanted) {
    var token = next();
    if (!token.isWord(wanted)) {
      throw unexpected(token, wanted);
    }
    return true;
  }

  private void sign(String wanted) {
    var token = next();
    if (!token.isSign(wanted)) {
      throw unexpected(token, wanted);
    }
  }

  private boolean take(String word) {
    boolean there = peek().isWord(word);
    at += there ? 1 : 0;
    return there;
  }

  private boolean takeComma() {
    boolean there = isSign(",");
    at += there ? 1 : 0;
    return there;
  }

  private boolean isSign(String sign) {
    return peek().isSign(sign);
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    return tokens.get(at < tokens.size() - 1 ? at++ : at);
  }

  private static Refused unexpected(Token token, String expected) {
    return new Refused(
        "4000",
        "QueryParserError: Encountered \""
            + token.text()
            + "\". Was expecting one of: "
            + expected);
  }
}
