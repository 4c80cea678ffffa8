package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.connections.Connection;
import io.shopbooks.pretend.PretendServer;
import io.shopbooks.pretend.woocommerce.Fault;
import io.shopbooks.pretend.woocommerce.PretendWooCommerce;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.sale.ShopProduct;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading the catalogue of a shop, page by page, while people work in it. */
class ReadingCatalogueTest {

  private final TestClock clock = new TestClock();
  private final Instant now = clock.instant();
  private final PretendServer server = PretendServer.start(0);
  private final PretendWooCommerce shop =
      PretendWooCommerce.open(Store.us(), clock).mountOn(server, "/shop");
  private final Connection connection = AConnection.toShopAt(server.address("/shop"));
  private Shops shops;

  @BeforeEach
  void open() {
    var settings = Settings.with(Map.of());
    shops = new Shops(settings, new Mappings(Path.of("mappings"), settings), clock, clock);
  }

  @AfterEach
  void close() {
    shop.close();
    server.close();
  }

  @Test
  void every_product_of_all_pages_comes_once_and_each_variation_after_them() {
    var added = add(230);

    var ids = ids(read(Optional.empty()));

    assertThat(ids).containsAll(added).doesNotHaveDuplicates().contains("28/29").contains("12");
    assertThat(ids).doesNotContain("28");
    assertThat(calls("/products")).isEqualTo(4);
    assertThat(calls("variations")).isEqualTo(1);
  }

  @Test
  void later_only_what_changed_is_read_and_all_variations() {
    add(120);

    var later = ids(read(Optional.of(now.plus(Duration.ofHours(1)))));

    assertThat(later).isNotEmpty().allMatch(id -> id.startsWith("28/"));
  }

  @Test
  void a_product_deleted_while_pages_are_read_hides_no_other() {
    var added = add(230);
    shop.fails(
        Fault.next("/products")
            .thenBeforeItArrives(
                () ->
                    IntStream.range(12, 28)
                        .filter(id -> id != 18)
                        .forEach(id -> shop.goods().deletes(id))));

    assertThat(ids(read(Optional.empty()))).containsAll(added);
  }

  @Test
  void a_round_that_breaks_off_has_no_cursor() {
    add(150);
    var catalogue = shops.catalogue(connection, Optional.empty());
    assertThatThrownBy(catalogue::cursor).isInstanceOf(IllegalStateException.class);

    assertThat(read(Optional.empty()).cursor()).isEqualTo(now);
  }

  @Test
  void a_variation_is_called_as_lines_of_orders_call_it_and_counted_as_its_parent_says() {
    var variation = product("28/29");

    assertThat(variation.name()).isEqualTo("Hoodie - Red, S");
    assertThat(variation.type()).isEqualTo("variation");
    assertThat(variation.price().orElseThrow().toString()).isEqualTo("45.00 USD");
    assertThat(variation.product().stocked()).isTrue();

    shop.goods().changes(29, "{\"manage_stock\":\"parent\"}");
    assertThat(product("28/29").product().stocked()).isTrue();
    shop.goods().changes(28, "{\"manage_stock\":false}");
    assertThat(product("28/29").product().stocked()).isFalse();

    shop.goods().changes(28, "{\"status\":\"draft\"}");
    assertThat(product("28/29").status()).isEqualTo("draft");
  }

  @Test
  void prices_with_tax_are_told_as_such() {
    assertThat(product("12").priceIncludesTax()).isFalse();

    shop.sets("woocommerce_prices_include_tax", "yes");

    assertThat(product("12").priceIncludesTax()).isTrue();
  }

  private List<String> add(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> shop.goods().adds("{\"name\":\"P\",\"sku\":\"P-%d\"}".formatted(n)))
        .map(String::valueOf)
        .toList();
  }

  private ShopProduct product(String id) {
    return StreamSupport.stream(read().spliterator(), false)
        .filter(product -> product.id().equals(id))
        .map(product -> shops.product(connection, product.json()))
        .findFirst()
        .orElseThrow();
  }

  private Catalogue read() {
    return shops.catalogue(connection, Optional.empty());
  }

  /** A round that was taken to its end. */
  private record Round(List<String> ids, Instant cursor) {}

  private Round read(Optional<Instant> cursor) {
    shop.forgetsCalls();
    var catalogue = shops.catalogue(connection, cursor);
    var ids = StreamSupport.stream(catalogue.spliterator(), false).map(RawProduct::id).toList();
    return new Round(ids, catalogue.cursor());
  }

  private static List<String> ids(Round round) {
    return round.ids();
  }

  private int calls(String what) {
    return shop.audit().requests().entrySet().stream()
        .filter(call -> call.getKey().endsWith(what))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
