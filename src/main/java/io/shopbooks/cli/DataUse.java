package io.shopbooks.cli;

import io.shopbooks.data.CannotStart;
import io.shopbooks.data.DataFolder;
import io.shopbooks.data.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Whose data a folder holds: real books, or the demo's. The two never share one.
 *
 * @param path the data folder; it need not be there yet
 */
public record DataUse(Path path) {

  /** Holds what the pretends remember; only the demo's data folder has it. */
  private static final String PRETEND = "pretend";

  /** The folder of this environment: {@code SHOPBOOKS_DATA}. */
  public static DataUse of(Environment environment) {
    return new DataUse(Path.of(environment.getProperty("shopbooks.data", "./data")));
  }

  /** Whether the demo worked here. */
  public boolean isDemo() {
    return Files.isDirectory(path.resolve(PRETEND));
  }

  /**
   * Takes the folder for a {@code serve}, until the application ends.
   *
   * @throws CannotStart if it is the demo's, or another process serves on it
   */
  void serve(ConfigurableApplicationContext application) {
    if (isDemo()) {
      throw new CannotStart(
          path + " is the demo's data folder.",
          "Run `demo`, or let SHOPBOOKS_DATA name a folder of real data.");
    }
    keep(application, "guard", Guard.take(DataFolder.at(path), "serve"));
  }

  /**
   * Takes the folder for the demo, until the application ends; answers where the pretends remember.
   *
   * @throws CannotStart if it holds real data, or another process serves on it
   */
  public Path demo(ConfigurableApplicationContext application) {
    if (!isDemo() && !isEmpty()) {
      throw new CannotStart(
          path + " holds real data, and pretend sales do not belong there.",
          "Let SHOPBOOKS_DATA name another folder, or leave it out: the demo then takes"
              + " ./data/demo.");
    }
    var folder = DataFolder.at(path);
    keep(application, "guard", Guard.take(folder, "demo"));
    return folder.folder(PRETEND);
  }

  private boolean isEmpty() {
    if (Files.notExists(path)) {
      return true;
    }
    try (var files = Files.list(path)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new CannotStart(
          path + " cannot be read: " + e, "Let it belong to the user who runs Shopbooks.", e);
    }
  }

  /** Closes this when the application has ended, after everything that was started in it. */
  public static void keep(
      ConfigurableApplicationContext application, String name, AutoCloseable what) {
    var beans = (DefaultListableBeanFactory) application.getBeanFactory();
    beans.registerDisposableBean(name, what::close);
  }
}
