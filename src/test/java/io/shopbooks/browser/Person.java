package io.shopbooks.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** A person at a browser. What is clicked and read is named by the words on the page. */
public final class Person {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;
  private final String address;
  private final String language;

  Person(ChromeDriver driver, String address, String language) {
    this.driver = driver;
    this.address = address;
    this.language = language;
  }

  /** Opens a page of ours: "/connections/acme". */
  public Person goes(String path) {
    driver.get(address + path);
    return this;
  }

  /** Opens a page anywhere. */
  public Person opens(URI page) {
    driver.get(page.toString());
    return this;
  }

  /** Makes an account with a link as the terminal prints it, and is signed in then. */
  public Person signsIn(String link) {
    goes(link);
    fills("name", "Olga");
    fills("password", "a few words of mine");
    driver.findElement(By.cssSelector("main form button")).click();
    await().atMost(PATIENCE).until(() -> !path().startsWith("/account"));
    return this;
  }

  /** Presses the button, or follows the link, with these words. */
  public Person clicks(String words) {
    await()
        .atMost(PATIENCE)
        .ignoreException(StaleElementReferenceException.class)
        .untilAsserted(() -> found(words).click());
    return this;
  }

  /** Presses the first of what a selector finds, where words would not say which. */
  public Person clicksFirst(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
    return this;
  }

  private WebElement found(String words) {
    var clickable = driver.findElements(By.cssSelector("button, a, summary, label"));
    return clickable.stream()
        .filter(each -> each.getText().strip().equals(words) && each.isDisplayed())
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nothing to click says " + words + " on " + page()));
  }

  /** Fills the field with this name. */
  public Person fills(String name, String text) {
    var field =
        driver.findElements(By.name(name)).stream()
            .filter(WebElement::isDisplayed)
            .findFirst()
            .orElseThrow(() -> new AssertionError("No field " + name + " on " + page()));
    field.clear();
    field.sendKeys(text);
    return this;
  }

  /** Reloads the page, as with F5. */
  public Person reloads() {
    driver.navigate().refresh();
    return this;
  }

  /** Goes back one page. */
  public Person goesBack() {
    driver.navigate().back();
    return this;
  }

  /** Opens the page again and again until it says all this: what was begun there takes its time. */
  public Person comesBackUntil(String path, String... words) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(goes(path).page()).contains(words));
    return this;
  }

  /** Waits until the page says all this. */
  public Person sees(String... words) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(page()).contains(words));
    return this;
  }

  /**
   * Looks at the page on desk and phone, by day and night: a picture of each, and axe's opinion.
   * French pages look alike but for their longer words: they are looked at on two of these.
   */
  public Person shoots(String name) {
    if (language.equals("fr")) {
      new Pictures(driver).takeFrench(name + "-fr");
    } else {
      new Pictures(driver).take(name);
    }
    return this;
  }

  /** All words of the page. */
  public String page() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** Path of the page. */
  public String path() {
    return URI.create(driver.getCurrentUrl()).getPath();
  }

  /** Path and query of the page. */
  public String location() {
    return driver.getCurrentUrl().substring(address.length());
  }
}
