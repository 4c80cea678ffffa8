package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.FileEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether products and quantities of one Wix site can be carried as its connection wants it
 * (`wix.md` 6). No sale waits for any of it.
 */
final class WixStockProbe {

  /** 401 too where the key was good for payments (`wix.md` 7). */
  private static final Set<Integer> FORBIDDEN = Set.of(401, 403);

  private static final Set<Integer> MISSING = Set.of(404, 428);

  /**
   * To read one product and to write one that no site has: nothing is written, and who may not
   * write is told so.
   */
  private static final List<WixCall> V1 =
      List.of(
          new WixCall(
              "POST", "/stores/v1/products/query", "{\"query\":{\"paging\":{\"limit\":1}}}"),
          new WixCall(
              "PATCH",
              "/stores/v2/inventoryItems/product/00000000-0000-0000-0000-000000000000",
              "{\"inventoryItem\":{\"trackQuantity\":true,\"variants\":[]}}"));

  /** The same. */
  private static final List<WixCall> V3 =
      List.of(
          new WixCall(
              "POST",
              "/stores/v3/inventory-items/query",
              "{\"query\":{\"cursorPaging\":{\"limit\":1}}}"),
          new WixCall(
              "POST",
              "/stores/v3/bulk/inventory-items/update",
              """
              {"inventoryItems":[{"inventoryItem":{"id":"00000000-0000-0000-0000-000000000000",\
              "revision":"1","quantity":0}}],"reason":"MANUAL","returnEntity":false}"""));

  private final WixApi api;
  private final Connection connection;
  private final List<Probe.Finding> findings = new ArrayList<>();

  WixStockProbe(WixApi api, Connection connection) {
    this.api = api;
    this.connection = connection;
  }

  List<Probe.Finding> look() {
    var wanted = connection.stock().enabled() || connection.carriesCatalogue();
    if (wanted && isAllowed(WixStores.VERSION, Snag.WIX_STOCK_UNREADABLE)) {
      switch (catalog()) {
        case "V1_CATALOG" -> permissions(V1);
        case "V3_CATALOG" -> permissions(V3);
        default -> none();
      }
    }
    return List.copyOf(findings);
  }

  private String catalog() {
    return api.askUnless(connection, WixStores.VERSION, MISSING).map(WixStores::catalog).orElse("");
  }

  private void permissions(List<WixCall> readAndWrite) {
    isAllowed(readAndWrite.get(0), Snag.WIX_STOCK_UNREADABLE);
    if (connection.stock().enabled()) {
      isAllowed(readAndWrite.get(1), Snag.WIX_STOCK_UNWRITABLE);
    }
  }

  private void none() {
    if (connection.carriesCatalogue()) {
      none("products.create: sold", FileEdit.text(List.of("products", "create"), "sold"));
    }
    if (connection.stock().enabled()) {
      none("stock.enabled: false", FileEdit.yaml(List.of("stock", "enabled"), "false"));
    }
  }

  private void none(String setting, FileEdit edit) {
    var facts = Map.of("file", connection.file().toString(), "setting", setting);
    findings.add(new Probe.Finding(Snag.WIX_NO_CATALOG, facts, false, Optional.of(edit)));
  }

  private boolean isAllowed(WixCall call, Snag otherwise) {
    var allowed = !FORBIDDEN.contains(api.status(connection, call));
    if (!allowed) {
      var permission = Map.of("permission", WixPermission.of(call).toString());
      findings.add(new Probe.Finding(otherwise, permission, false));
    }
    return allowed;
  }
}
