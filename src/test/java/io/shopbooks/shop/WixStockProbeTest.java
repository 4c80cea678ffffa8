package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.ConnectionTexts;
import io.shopbooks.connections.FileEdit;
import io.shopbooks.pretend.wix.Scope;
import io.shopbooks.pretend.wix.WixSite;
import io.shopbooks.pretend.wix.WixSite.Catalog;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What {@code check} says of the stock of a Wix site. */
class WixStockProbeTest {

  private static final Map<Catalog, WixDesk> DESKS = new EnumMap<>(Catalog.class);

  private static final Set<Snag> OF_STOCK =
      Set.of(Snag.WIX_STOCK_UNREADABLE, Snag.WIX_STOCK_UNWRITABLE, Snag.WIX_NO_CATALOG);

  @AfterAll
  static void close() {
    DESKS.values().forEach(WixDesk::close);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STORES_NOT_INSTALLED")
  void a_key_that_may_read_and_write_has_nothing_to_be_told_and_nothing_is_written(
      Catalog catalog) {
    var wix = desk(catalog).wix;
    var before = List.of(wix.goods().stock("HAT"), wix.goods().stock("SHIRT-S"));

    assertThat(found(catalog, "stock: { enabled: true }", Scope.MANAGE_PRODUCTS)).isEmpty();

    assertThat(List.of(wix.goods().stock("HAT"), wix.goods().stock("SHIRT-S"))).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STORES_NOT_INSTALLED")
  void a_key_that_may_only_read_is_told_which_permission_it_lacks(Catalog catalog) {
    var found = found(catalog, "stock: { enabled: true }", Scope.READ_PRODUCTS);

    assertThat(found).extracting(Probe.Finding::snag).containsExactly(Snag.WIX_STOCK_UNWRITABLE);
    assertThat(Told.remedy(found.get(0))).contains("\"Manage Products\"");
    assertThat(found.get(0).stopsSales()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Catalog.class)
  void a_key_that_may_neither_is_told_so_where_stock_is_carried_and_only_there(Catalog catalog) {
    var found = found(catalog, "stock: { enabled: true }");

    assertThat(found).extracting(Probe.Finding::snag).containsExactly(Snag.WIX_STOCK_UNREADABLE);
    assertThat(Told.remedy(found.get(0))).contains("\"Read Products\"");
    assertThat(found(catalog, "products: { create: all }")).isEqualTo(found);
    assertThat(found(catalog, "stock: { enabled: false }")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "STORES_NOT_INSTALLED")
  void what_a_site_without_products_cannot_have_is_an_edit_away(Catalog catalog) {
    var choices = "stock: { enabled: true }\nproducts: { create: all }";
    var found = found(catalog, choices, Scope.MANAGE_PRODUCTS);

    assertThat(found)
        .extracting(one -> one.edit().map(FileEdit::key).orElse(""))
        .containsExactly("products.create", "stock.enabled");
    assertThat(Told.remedy(found.get(0))).contains("products.create: sold");
  }

  private static WixDesk desk(Catalog catalog) {
    return DESKS.computeIfAbsent(
        catalog, one -> WixDesk.of(WixSite.us().limitedTo(0).with(catalog)));
  }

  private static List<Probe.Finding> found(Catalog catalog, String choices, Scope... more) {
    var desk = desk(catalog);
    var scopes = new Scope[more.length + 2];
    System.arraycopy(more, 0, scopes, 2, more.length);
    scopes[0] = Scope.READ_PAYMENTS;
    scopes[1] = Scope.READ_ORDERS;
    var key = desk.wix.access().keyFor(scopes).key();
    var probe = desk.shops().probe(connection(desk, key, choices));
    return probe.findings().stream().filter(one -> OF_STOCK.contains(one.snag())).toList();
  }

  private static Connection connection(WixDesk desk, String key, String choices) {
    var text =
        """
        shop: { kind: wix, site-id: %s, api-key: %s }
        sync: { time-zone: America/New_York }
        %s
        """
            .formatted(desk.wix.siteId(), key, choices);
    return new ConnectionTexts(desk.clock).read(Path.of("acme.yaml"), text);
  }
}
