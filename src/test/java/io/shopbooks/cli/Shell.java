package io.shopbooks.cli;

import io.shopbooks.World;
import java.util.ArrayList;
import java.util.List;

/** Runs commands as they are printed, in the application of a world. */
public final class Shell {

  private Shell() {}

  /** What came of a command, as a terminal shows it. */
  public record Came(int status, String said) {}

  /**
   * Runs {@code shopbooks held retry acme --order "A 7"}.
   *
   * @throws IllegalArgumentException if it is none of ours
   */
  public static Came run(World world, String command) {
    var words = words(command);
    if (!words.get(0).equals("shopbooks")) {
      throw new IllegalArgumentException("No command of ours: " + command);
    }
    var typed = Typed.in(world, words.subList(1, words.size()).toArray(String[]::new));
    return new Came(typed.status(), typed.out() + typed.err());
  }

  /** The words of a command line as a Unix shell splits it: by blanks, quotes and backslashes. */
  static List<String> words(String command) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var quoted = false;
    for (int i = 0; i < command.length(); i++) {
      var sign = command.charAt(i);
      if (sign == '\\' && i + 1 < command.length()) {
        word.append(command.charAt(++i));
      } else if (sign == '"') {
        quoted = !quoted;
      } else if (sign == ' ' && !quoted) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(sign);
      }
    }
    words.add(word.toString());
    return words;
  }
}
