package io.shopbooks.console;

import io.shopbooks.connections.Finding;
import java.util.Locale;

/**
 * A connection file that is switched off, because something in it is wrong.
 *
 * @param file its name
 * @param place file, line and key; empty if it is about the file as a whole
 * @param problem in the reader's language
 * @param remedy in the reader's language
 */
record SwitchedOff(String file, String place, String problem, String remedy) {

  static SwitchedOff of(Finding finding, Locale reader) {
    var file = finding.file().getFileName().toString();
    var place =
        finding.line() == 0 ? finding.key() : file + ":" + finding.line() + " " + finding.key();
    return new SwitchedOff(
        file, place.strip(), finding.problem().in(reader), finding.remedy().in(reader));
  }
}
