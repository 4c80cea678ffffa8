package io.shopbooks.console;

import io.shopbooks.connections.Finding;

/**
 * A connection file that is switched off, because something in it is wrong.
 *
 * @param file its name
 * @param place file and line, or the key where there is no line
 * @param problem in English
 * @param remedy in English
 */
record SwitchedOff(String file, String place, String problem, String remedy) {

  static SwitchedOff of(Finding finding) {
    var file = finding.file().getFileName().toString();
    var place =
        finding.line() == 0 ? finding.key() : file + ":" + finding.line() + " " + finding.key();
    return new SwitchedOff(file, place.strip(), finding.problem(), finding.remedy());
  }
}
