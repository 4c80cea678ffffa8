package io.shopbooks.cli;

import java.nio.file.Path;

/** A worked example, or what it is made of, cannot be read; tells the file and what to do. */
final class BrokenExample extends RuntimeException {

  BrokenExample(Path file, String problem, String remedy) {
    super(file + ": " + problem + " " + remedy);
  }
}
