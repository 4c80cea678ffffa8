package io.shopbooks.pretend.quickbooks;

import java.util.List;

/**
 * An app as registered with Intuit.
 *
 * @param redirectUris where sign-in may return to, exactly as written: https, or http on this
 *     machine, and without a query (1.2)
 */
public record AppClient(String id, String secret, List<String> redirectUris) {

  public AppClient {
    redirectUris = List.copyOf(redirectUris);
    for (var uri : redirectUris) {
      boolean local = uri.matches("http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/.*)?");
      if (!(local || uri.startsWith("https://")) || uri.contains("?")) {
        throw new IllegalArgumentException("A redirect URI is https and has no query: " + uri);
      }
    }
  }
}
