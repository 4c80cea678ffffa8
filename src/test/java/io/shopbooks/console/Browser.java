package io.shopbooks.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a person sees: pages, with cookies, without JavaScript. */
final class Browser {

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String address;
  private final String language;
  private HttpResponse<String> last;

  /**
   * @param address of the application
   * @param language that the reader prefers
   */
  Browser(String address, String language) {
    this.address = address;
    this.language = language;
  }

  Document opens(String path) {
    return sends(request(path).GET());
  }

  /** Fills in nothing and presses the button of the first form of the page's main part. */
  Document presses(Document page) {
    return sends(page.selectFirst("main form"), Map.of());
  }

  /** Fills in nothing and presses the button of the form that goes to this path. */
  Document presses(Document page, String path) {
    return fills(page, path, Map.of());
  }

  /** Fills in the form that goes to this path, and presses its button. */
  Document fills(Document page, String path, Map<String, String> given) {
    return sends(page.selectFirst("form[action=" + path + "]"), given);
  }

  private Document sends(Element form, Map<String, String> given) {
    var fields = new LinkedHashMap<String, String>();
    form.select("input[name]:not([type=checkbox]):not([type=radio]), input[checked]")
        .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
    form.select("select[name]:has(option[selected])")
        .forEach(
            choice ->
                fields.put(
                    choice.attr("name"), choice.selectFirst("option[selected]").attr("value")));
    fields.putAll(given);
    return posts(form.attr("action"), fields);
  }

  Document posts(String path, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return sends(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Status of the page that is shown. */
  int status() {
    return last.statusCode();
  }

  /** Path of the page that is shown. */
  String path() {
    return last.uri().getPath();
  }

  /** A header of the page that is shown; empty if it has none of this name. */
  String header(String name) {
    return last.headers().firstValue(name).orElse("");
  }

  Document with(String header, String value, String path) {
    return sends(request(path).header(header, value).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Accept", "text/html,*/*;q=0.8")
        .header("Accept-Language", language);
  }

  private Document sends(HttpRequest.Builder request) {
    try {
      last = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return Jsoup.parse(last.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
