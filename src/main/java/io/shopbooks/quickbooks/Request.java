package io.shopbooks.quickbooks;

import java.util.Map;

/**
 * One request to QuickBooks about one company.
 *
 * @param id the {@code requestid} of a write; empty for reads
 * @param path below {@code /v3/company/{realm}/}: "salesreceipt", "batch", "query"
 * @param query the rest of the query string, encoded; without the minor version and the request id
 * @param body JSON; empty for GET
 * @param items how many requests it counts as
 * @param parts of a batch: {@code bId} to the ledger's id of the document
 */
public record Request(
    String realm,
    String id,
    String method,
    String path,
    String query,
    String body,
    int items,
    Map<String, Long> parts) {

  private static final String READ = "";

  static Request get(String realm, String path, String query) {
    return new Request(realm, READ, "GET", path, query, "", 1, Map.of());
  }

  static Request post(String realm, String id, String path, String body) {
    return new Request(realm, id, "POST", path, "", body, 1, Map.of());
  }

  public boolean isBatch() {
    return path.equals("batch");
  }

  boolean isWrite() {
    return !id.isEmpty();
  }
}
