package io.shopbooks.data;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Lets one {@code serve} or {@code demo} at a time work on a data folder; commands beside it take
 * none. It dies with its process.
 */
public final class Guard implements AutoCloseable {

  private final Hold hold;

  private Guard(Hold hold) {
    this.hold = hold;
  }

  /**
   * Takes the guard of this folder.
   *
   * @param command "serve" or "demo", for the message another process gets
   * @throws CannotStart if somebody holds it, naming the process
   */
  public static Guard take(DataFolder folder, String command) {
    var guard =
        Hold.tryAlone(folder.serving())
            .map(Guard::new)
            .orElseThrow(
                () ->
                    new CannotStart(
                        holder(folder).orElse("Another process")
                            + " already works on the data folder "
                            + folder.path()
                            + ".",
                        "Stop that process first, or let SHOPBOOKS_DATA name another folder."
                            + " Other commands can run beside it."));
    guard.signIn(folder, command);
    return guard;
  }

  private static Optional<String> holder(DataFolder folder) {
    try {
      return Optional.of(Files.readString(folder.whoServes()).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void signIn(DataFolder folder, String command) {
    var me = ProcessHandle.current();
    var since = me.info().startInstant().map(start -> ", since " + start).orElse("");
    try {
      // A file of its own: reading the locked one would drop the lock or, on Windows, fail.
      folder.write(folder.whoServes(), "`" + command + "` (process " + me.pid() + since + ")");
    } catch (IOException e) {
      close();
      throw new CannotStart(
          folder.whoServes() + " cannot be written: " + e,
          "Let the data folder belong to the user who runs Shopbooks.",
          e);
    }
  }

  /** Lets go; the next {@code serve} or {@code demo} may start. */
  @Override
  public void close() {
    hold.close();
  }
}
