package io.shopbooks.connections;

import java.nio.file.Path;
import java.util.Collection;

/** There is no file for the connection somebody named. */
public final class UnknownConnection extends RuntimeException {

  private final String remedy;

  private UnknownConnection(String problem, String remedy) {
    super(problem + " " + remedy);
    this.remedy = remedy;
  }

  static UnknownConnection named(String name, Path folder, Collection<String> known) {
    // The name may come from the address of a request: one that no file can have is not repeated.
    var which = ConnectionFiles.isName(name) ? "connection '" + name + "'" : "such connection";
    var problem = "There is no " + which + " in " + folder + ".";
    if (known.isEmpty()) {
      return new UnknownConnection(
          problem, "There is none at all: copy acme.yaml.example to <name>.yaml and fill it in.");
    }
    var all = "The connections are: " + String.join(", ", known) + ".";
    var meant = Spelling.closest(name, known).map(near -> "Did you mean '" + near + "'? ");
    return new UnknownConnection(problem, meant.orElse("") + all);
  }

  /** What to do about it, a sentence or two. */
  public String remedy() {
    return remedy;
  }
}
