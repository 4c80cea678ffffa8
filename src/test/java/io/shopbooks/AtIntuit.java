package io.shopbooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A person on Intuit's page, without a browser of ours. */
public final class AtIntuit {

  private AtIntuit() {}

  /** Chooses a company and presses Connect; answers where the browser is sent back to. */
  public static URI connects(URI authorize, String realm) {
    return decides(authorize, "realm=" + realm + "&decision=connect");
  }

  /** Presses No thanks. */
  public static URI refuses(URI authorize) {
    return decides(authorize, "decision=refuse");
  }

  private static URI decides(URI authorize, String decision) {
    var form = authorize.getRawQuery() + "&" + decision;
    var request =
        HttpRequest.newBuilder(URI.create(authorize.toString().replaceFirst("[?].*", "")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      return URI.create(
          answer
              .headers()
              .firstValue("Location")
              .orElseThrow(() -> new AssertionError("Intuit's page refused: " + answer.body())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The parameters of an address. */
  public static Map<String, String> parameters(URI address) {
    return Arrays.stream(address.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
