package io.shopbooks.cli;

/**
 * A failure in words.
 *
 * @param what is wrong, with file and line where there are some
 * @param remedy what to do about it; may be empty
 * @param status the exit status it ends a command with
 */
record Failure(String what, String remedy, int status) {

  static Failure configuration(String what, String remedy) {
    return new Failure(what, remedy, ExitStatus.CONFIGURATION);
  }

  static Failure unreachable(String what, String remedy) {
    return new Failure(what, remedy, ExitStatus.UNREACHABLE);
  }
}
