package io.shopbooks.cli;

/** Says how to go on when a person stops a command with Ctrl-C. */
final class Interruption implements AutoCloseable {

  private final Thread hook;

  /**
   * @param command that goes on with the work
   */
  Interruption(Output output, String command) {
    hook =
        new Thread(
            () ->
                output.remark(
                    "\nStopped. Nothing is lost: what was read is kept, and what was being sent is"
                        + " asked about first. `"
                        + command
                        + "` goes on."));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // It is being stopped, and the hook says so.
    }
  }
}
