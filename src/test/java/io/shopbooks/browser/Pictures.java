package io.shopbooks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Pictures of a page in {@code target/screenshots}, for people to look at. What software can see,
 * it is asked: axe finds nothing serious, and nothing is wider than the screen.
 */
final class Pictures {

  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  /** A screen: its name, and how many pixels it has. */
  private record Screen(String name, int width, int height, boolean phone) {}

  private static final Screen DESKTOP = new Screen("desktop", 1280, 900, false);
  private static final Screen PHONE = new Screen("phone", 390, 844, true);

  /** Words that no French sentence has, and no account of a company. */
  private static final Pattern ENGLISH =
      Pattern.compile("\\b(the|and|is|was|are|with|you|this|that|it)\\b");

  private final ChromeDriver driver;

  Pictures(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Each screen and each light is asked about once. */
  void take(String name) {
    look(name, PHONE, "light");
    look(name, PHONE, "dark");
    isFor(name, PHONE);
    look(name, DESKTOP, "dark");
    look(name, DESKTOP, "light");
    isFor(name, DESKTOP);
  }

  /** What others wrote, and what is the same in all languages, may be English and says so. */
  void takeFrench(String name) {
    look(name, PHONE, "dark");
    isFor(name, PHONE);
    look(name, DESKTOP, "light");
    var words =
        (String)
            driver.executeScript(
                """
                const page = document.body.cloneNode(true);
                page.querySelectorAll('code, pre, svg, [lang=en]').forEach(e => e.remove());
                return page.textContent;
                """);
    assertThat(ENGLISH.matcher(words).results().map(MatchResult::group)).as(name).isEmpty();
  }

  private void look(String name, Screen screen, String light) {
    lookAt(screen, light);
    picture(name + "-" + screen.name() + "-" + light);
  }

  private void lookAt(Screen screen, String light) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            screen.width(),
            "height",
            screen.height(),
            "deviceScaleFactor",
            1,
            "mobile",
            screen.phone()));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", light))));
  }

  private void picture(String name) {
    var taken =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    try {
      Files.createDirectories(FOLDER);
      Files.write(
          FOLDER.resolve(name + ".png"), Base64.getDecoder().decode((String) taken.get("data")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void isFor(String page, Screen screen) {
    var serious =
        new AxeBuilder()
            .disableIframeTesting().setLegacyMode().analyze(driver).getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(Pictures::told)
                .toList();
    assertThat(serious).as("%s on %s", page, screen.name()).isEmpty();
    var width = (Long) driver.executeScript("return document.documentElement.scrollWidth");
    assertThat(width).as("%s is as wide as the screen", page).isLessThanOrEqualTo(screen.width());
  }

  private static String told(Rule rule) {
    var places = rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    return rule.getId() + ": " + rule.getHelp() + " " + places;
  }
}
