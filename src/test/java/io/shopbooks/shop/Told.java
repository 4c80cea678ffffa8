package io.shopbooks.shop;

import io.shopbooks.report.Words;
import java.util.Locale;

/** Findings as a terminal tells them. */
final class Told {

  private static final Words ENGLISH = Words.in(Locale.ENGLISH);

  private Told() {}

  static String what(Probe.Finding finding) {
    return ENGLISH.finding(finding.snag().word(), finding.facts());
  }

  static String remedy(Probe.Finding finding) {
    return ENGLISH.findingRemedy(finding.snag().word(), finding.facts());
  }
}
