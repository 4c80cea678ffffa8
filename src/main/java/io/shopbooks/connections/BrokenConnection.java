package io.shopbooks.connections;

import java.util.List;
import java.util.stream.Collectors;

/** The file of the connection somebody named cannot be used as it is. */
public final class BrokenConnection extends RuntimeException {

  private final String name;
  private final transient List<Finding> findings;

  BrokenConnection(String name, List<Finding> findings) {
    super(
        findings.stream()
            .map(Finding::toString)
            .collect(
                Collectors.joining(
                    "\n",
                    "Connection '" + name + "' is switched off by what is wrong with its file:\n",
                    "")));
    this.name = name;
    this.findings = List.copyOf(findings);
  }

  /** Which connection. */
  public String name() {
    return name;
  }

  /** Everything that is wrong with the file, each with its remedy. */
  public List<Finding> findings() {
    return findings;
  }

  /** What to do about it, a sentence. */
  public String remedy() {
    return "Correct "
        + findings.get(0).file()
        + "; it is read again by itself, and `check` tells what is left.";
  }
}
