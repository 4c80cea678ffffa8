package io.shopbooks.console;

import java.util.Locale;

/** What a person may do in the console. */
public enum Role {
  /** Sees everything, changes nothing. */
  VIEWER,
  /** Decides, sets up, connects and invites. */
  OPERATOR;

  /** As tables, forms and message keys write it: "viewer". */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As Spring Security names it. */
  String authority() {
    return "ROLE_" + name();
  }

  static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
