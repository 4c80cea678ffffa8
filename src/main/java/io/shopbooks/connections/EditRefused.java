package io.shopbooks.connections;

import java.util.List;
import java.util.stream.Collectors;

/** A connection file is not edited; nothing was written. */
public final class EditRefused extends RuntimeException {

  /** Why it is not. */
  public enum Why {
    /** Somebody changed the file since the difference was shown. */
    CHANGED,
    /** There is a file of that name already. */
    EXISTS,
    /** The name is none a connection can have. */
    MISNAMED,
    /** The file is not YAML with keys, or says a key twice: it is corrected by hand. */
    UNREADABLE,
    /** The key stands where it cannot be changed without changing something else. */
    ELSEWHERE,
    /** What the key shall say is no value of YAML. */
    NO_VALUE,
    /** A value from outside is named in the file by hand only. */
    REFERENCE,
    /** Another server gets the shop's keys only if they are given again. */
    KEYS,
    /** With the edit the file would be wrong: the findings say what. */
    WRONG,
    /** The file cannot be read or written. */
    UNWRITABLE
  }

  private final Why why;
  private final transient List<Finding> findings;

  EditRefused(Why why) {
    this(why, List.of());
  }

  EditRefused(Why why, List<Finding> findings) {
    super(
        "The file was not edited: "
            + why
            + findings.stream().map(f -> "; " + f).collect(Collectors.joining()));
    this.why = why;
    this.findings = List.copyOf(findings);
  }

  public Why why() {
    return why;
  }

  /** What would be wrong with the edited file; empty for other reasons. */
  public List<Finding> findings() {
    return findings;
  }
}
