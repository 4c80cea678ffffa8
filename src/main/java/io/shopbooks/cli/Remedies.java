package io.shopbooks.cli;

/** What to do about what concerns a whole connection. */
final class Remedies {

  static final String SIGN_IN =
      "Run `shopbooks connect CONNECTION`, which tells how to sign in. Nothing is lost meanwhile.";
  static final String LATER =
      "Try again later; schedules go on by themselves. Nothing is lost meanwhile.";
  static final String COMPANY =
      "Open the company in QuickBooks and see to its subscription, then sync again.";

  private Remedies() {}
}
