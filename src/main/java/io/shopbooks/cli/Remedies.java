package io.shopbooks.cli;

import java.util.Map;

/** What to do about what concerns a whole connection. */
final class Remedies {

  static final String SIGN_IN =
      "Run `shopbooks connect CONNECTION`, which tells how to sign in. Nothing is lost meanwhile.";
  static final String LATER =
      "Try again later; schedules go on by themselves. Nothing is lost meanwhile.";
  static final String COMPANY =
      "Open the company in QuickBooks and see to its subscription, then sync again.";

  private static final Map<String, String> BY_TROUBLE =
      Map.of(
          "not-signed-in", SIGN_IN,
          "company-resting", LATER,
          "company-stopped", COMPANY,
          "interrupted", LATER);

  private Remedies() {}

  /** What to do about the trouble of a run; empty where the trouble tells it itself. */
  static String of(String trouble, String connection) {
    return BY_TROUBLE.getOrDefault(trouble, "").replace("CONNECTION", connection);
  }
}
