package io.shopbooks.connections;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading one file: a connection, or what is wrong with it.
 *
 * @param connection there if nothing is wrong
 */
record ReadFile(Path file, Optional<Connection> connection, List<Finding> findings) {

  ReadFile {
    if (connection.isPresent() != findings.isEmpty()) {
      throw new IllegalArgumentException("A file is a connection, or something is wrong with it");
    }
  }

  static ReadFile broken(Path file, List<Finding> findings) {
    return new ReadFile(file, Optional.empty(), findings);
  }

  String name() {
    return ConnectionFiles.name(file);
  }
}
