package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The first word with a company, before the tokens for it are kept: which company came back is only
 * a parameter of an address (`quickbooks-online.md` 1.2, 2.1). Hence not by the route that every
 * later request takes, which asks with the tokens that are kept.
 */
@Component
class Introduction {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;

  private final QuickBooksSettings settings;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  Introduction(QuickBooksSettings settings) {
    this.settings = settings;
  }

  /** The token does not open this company. */
  static class NotThisCompany extends RuntimeException {
    NotThisCompany(String realm, int status) {
      super("HTTP " + status + " of company " + realm);
    }
  }

  /**
   * The company's CompanyInfo; absent if it cannot be asked for now.
   *
   * @throws NotThisCompany if the token is not good for it
   */
  Optional<JsonNode> of(String realm, String accessToken) {
    var address = settings.apiUrl() + "/v3/company/" + realm + "/companyinfo/" + realm;
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + accessToken)
            .header("Accept", "application/json")
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == UNAUTHORISED || answer.statusCode() == FORBIDDEN) {
        throw new NotThisCompany(realm, answer.statusCode());
      }
      var info = QuickBooks.JSON.readTree(answer.body()).path("CompanyInfo");
      return Optional.of(info).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
