package io.shopbooks.browser;

import io.shopbooks.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Chromium of this machine, without a window, for all tests of a class. Where there is none the
 * tests are skipped, but not where {@code SHOPBOOKS_BROWSER=required} says that there must be one.
 */
public final class Chromium implements BeforeAllCallback, AfterAllCallback {

  private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String MISSING =
      "chromium or chromedriver is not installed"
          + " (Debian: apt-get install chromium chromium-driver).";

  private ChromeDriver driver;

  @Override
  public void beforeAll(ExtensionContext context) {
    var browser = found("chromium", "chromium-browser", "google-chrome");
    var chromedriver = found("chromedriver");
    if (browser.isPresent() && chromedriver.isPresent()) {
      driver = start(browser.get(), chromedriver.get());
      return;
    }
    if ("required".equals(System.getenv("SHOPBOOKS_BROWSER"))) {
      throw new IllegalStateException("Browser tests must run (SHOPBOOKS_BROWSER), but " + MISSING);
    }
    var skipped = "Browser tests are skipped: " + MISSING;
    LOG.warn(skipped);
    Assumptions.abort(skipped);
  }

  /** Both are named, so that nothing is looked for on the internet. */
  private static ChromeDriver start(Path browser, Path chromedriver) {
    var options = new ChromeOptions();
    options.setBinary(browser.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--hide-scrollbars");
    var service =
        new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.toFile()).build();
    var driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(PATIENCE);
    return driver;
  }

  private static Optional<Path> found(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A person who was never here before, with a language of theirs. */
  public Person person(World world, String language) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
    return new Person(driver, world.address(), language);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (driver != null) {
      driver.quit();
    }
  }
}
