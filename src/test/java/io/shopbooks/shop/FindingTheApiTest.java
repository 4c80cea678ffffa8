package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.shop.ScriptedShop.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shops whose API is not where it usually is. */
class FindingTheApiTest {

  private static final Question ORDERS = Question.list("orders");

  private final ScriptedShop server = new ScriptedShop();
  private final Asker asker = new Asker(server);

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  @Test
  void plain_permalinks_are_found_once_and_remembered() {
    server.answers(
        request ->
            request.path().equals("/") && request.query().containsKey("rest_route")
                ? plain(request.param("rest_route"))
                : ScriptedShop.page(404));
    var api = asker.api(Map.of());

    assertThat(api.ask(asker.connection, ORDERS.with("per_page", 5)).json()).isEmpty();
    var before = server.requests.size();
    api.ask(asker.connection, ORDERS.with("per_page", 5));

    assertThat(server.requests).hasSize(before + 1);
    var last = server.requests.get(before);
    assertThat(last.rawQuery()).startsWith("rest_route=%2Fwc%2Fv3%2Forders&per_page=5&oauth_");
  }

  @Test
  void a_shop_in_a_folder_with_a_renamed_prefix_is_found_by_its_home_page() {
    server.answers(
        request ->
            switch (request.path()) {
              case "/store/" ->
                  ScriptedShop.page(200)
                      .with(
                          "Link",
                          "<https://elsewhere.example/store/api/>; rel=\"https://api.w.org/\"");
              case "/store/api/" -> ScriptedShop.json(Recorded.text("us/wp-json-root.json"));
              case "/store/api/wc/v3/orders" -> ScriptedShop.json("[]");
              default -> ScriptedShop.page(404);
            });

    var inFolder = AConnection.toShopAt(server.address("/store/"));
    assertThat(asker.api(Map.of()).ask(inFolder, ORDERS).json()).isEmpty();
  }

  @Test
  void a_host_that_answers_every_path_with_its_home_page_is_seen_through() {
    server.answers(
        request ->
            request.query().containsKey("rest_route")
                ? plain(request.param("rest_route"))
                : ScriptedShop.page(200));

    assertThat(asker.ask(ORDERS).json()).isEmpty();
  }

  @Test
  void plain_permalinks_explain_a_key_nobody_looked_at() {
    server.answers(
        request ->
            request.query().containsKey("rest_route")
                ? request.param("rest_route").equals("/")
                    ? ScriptedShop.json(Recorded.text("us/wp-json-root.json"))
                    : ScriptedShop.json(401, Recorded.text("us/errors/401-no-auth.json"))
                : ScriptedShop.page(404));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining("With plain permalinks WooCommerce does not look at keys");
  }

  private static Response plain(String route) {
    return route.equals("/")
        ? ScriptedShop.json(Recorded.text("us/wp-json-root.json"))
        : ScriptedShop.json("[]");
  }
}
