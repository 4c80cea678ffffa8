package io.shopbooks.pretend.quickbooks;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query statement into pieces (3). */
final class QueryLexer {

  private final String statement;
  private int at;

  private QueryLexer(String statement) {
    this.statement = statement;
  }

  static List<Token> read(String statement) {
    return new QueryLexer(statement).read();
  }

  private List<Token> read() {
    statement.codePoints().filter(QueryLexer::isTypographic).findFirst().ifPresent(this::fail);
    var tokens = new ArrayList<Token>();
    while (at < statement.length()) {
      if (Character.isWhitespace(statement.charAt(at))) {
        at++;
      } else {
        tokens.add(next());
      }
    }
    tokens.add(new Token(Token.Kind.END, ""));
    return tokens;
  }

  /** Curly quotes, long dashes and their like break the real lexer even inside quotes. */
  private static boolean isTypographic(int c) {
    return c >= 0x2000 && c <= 0x206F;
  }

  private void fail(int c) {
    throw new Refused(
        "4000",
        "QueryParserError: Lexical error at line 1, column %d. Encountered: \"%s\""
            .formatted(at + 1, Character.toString(c)));
  }

  private Token next() {
    char c = statement.charAt(at);
    if (c == '\'') {
      return text();
    }
    if (Character.isLetter(c)) {
      return new Token(Token.Kind.WORD, run("[\\p{L}\\p{N}._]"));
    }
    if (Character.isDigit(c) || c == '-') {
      return new Token(Token.Kind.NUMBER, run("[0-9.\\-]"));
    }
    if (c == '<' || c == '>') {
      return new Token(Token.Kind.SIGN, run("[<>=]"));
    }
    if ("=,()*".indexOf(c) < 0) {
      fail(c);
    }
    at++;
    return new Token(Token.Kind.SIGN, String.valueOf(c));
  }

  private String run(String characters) {
    int from = at++;
    while (at < statement.length() && String.valueOf(statement.charAt(at)).matches(characters)) {
      at++;
    }
    return statement.substring(from, at);
  }

  /** A single quote inside is escaped by a backslash; doubling it ends the text (3). */
  private Token text() {
    var text = new StringBuilder();
    at++;
    while (at < statement.length() && statement.charAt(at) != '\'') {
      if (statement.charAt(at) == '\\' && at + 1 < statement.length()) {
        at++;
      }
      text.append(statement.charAt(at++));
    }
    if (at >= statement.length()) {
      throw new Refused("4000", "QueryParserError: Lexical error: the text does not end");
    }
    at++;
    return new Token(Token.Kind.TEXT, text.toString());
  }
}
