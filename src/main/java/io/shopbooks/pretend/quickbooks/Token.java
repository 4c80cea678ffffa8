package io.shopbooks.pretend.quickbooks;

/** A piece of a query statement. */
record Token(Kind kind, String text) {

  enum Kind {
    /** A keyword or a name: select, Metadata.LastUpdatedTime, true. */
    WORD,
    /** A value in single quotes, without them. */
    TEXT,
    NUMBER,
    /** Comparison, comma, bracket or star. */
    SIGN,
    END
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }
}
