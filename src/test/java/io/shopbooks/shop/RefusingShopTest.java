package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.shop.ScriptedShop.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals, where a person has to change something. */
class RefusingShopTest {

  private static final Question ORDERS = Question.list("orders");

  private final ScriptedShop server = new ScriptedShop();
  private final Asker asker = new Asker(server);

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "us/errors/401-bad-key.json|The shop saw no key it knows. Check shop.consumer-key in"
            + " mappings/connections/acme.yaml.",
        "us/errors/401-bad-secret.json|Check shop.consumer-secret in mappings/connections/acme.yaml,"
            + " that the key may read, and that shop.url is the site address of the shop's settings;"
            + " with https none of this needs a signature.",
        "us/errors/401-writeonly-read.json|Check shop.consumer-secret in"
            + " mappings/connections/acme.yaml, that the key may read, and that shop.url is the site"
            + " address of the shop's settings; with https none of this needs a signature."
      })
  void a_refused_key_is_told_with_its_remedy_and_not_tried_again(String answer, String remedy) {
    server.answersInTurn(ScriptedShop.json(401, Recorded.text(answer)));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageEndingWith(remedy);
    assertThat(asker.clock.rests).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|invalid_username|WordPress took the key for somebody's password: set shop.auth to query",
        "401|incorrect_password|WordPress took the key for somebody's password: set shop.auth to query",
        "403|jwt_auth_bad_auth_header|A JWT plugin takes the key's header away: set shop.auth to query",
        "403|rest_forbidden|The key's user has to be an administrator or shop manager;",
        "400|rest_invalid_param|Shopbooks needs WooCommerce 5.8 or later",
        "405|anything|Ask the host of the shop why it refuses requests to /wp-json/wc/v3/."
      })
  void causes_known_from_the_field_are_told(int status, String code, String remedy) {
    server.answersInTurn(
        ScriptedShop.json(status, "{\"code\":\"" + code + "\",\"message\":\"Non.\"}"));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining("answered " + status + " (" + code + ": Non.)")
        .hasMessageContaining(remedy);
  }

  @Test
  void a_wrong_status_is_told_with_those_the_shop_has() {
    server.answersInTurn(ScriptedShop.json(400, Recorded.text("us/errors/400-status.json")));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining(
            "status[0] is not one of any, trash, auto-draft, pending, processing");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 406})
  void a_firewall_or_security_plugin_is_told(int status) {
    server.answersInTurn(ScriptedShop.page(status));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining("answered " + status + " with a web page")
        .hasMessageEndingWith(
            "A firewall or a security plugin keeps programs out: let requests to /wp-json/wc/"
                + " through.");
  }

  @Test
  void a_password_before_the_site_is_told() {
    server.answersInTurn(
        ScriptedShop.page(401).with("WWW-Authenticate", "Basic realm=\"staging\""));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining("A password stands before the whole site");
  }

  @Test
  void clocks_too_far_apart_for_signatures_are_told() {
    var refusal = ScriptedShop.json(401, Recorded.text("us/errors/401-bad-secret.json"));
    server.answersInTurn(refusal.at(asker.clock.instant().minus(Duration.ofMinutes(47))));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageEndingWith(
            "The clocks of this machine and of the shop are 47 minutes apart, and 15 are allowed:"
                + " set them right.");
  }

  @Test
  void a_redirect_is_not_followed_and_told_with_the_address_to_use() {
    var elsewhere = "https://www.shop.example/store/wp-json/wc/v3/orders?oauth_nonce=1";
    server.answersInTurn(redirect(elsewhere));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessage(
            "Connection acme: the shop at "
                + server.address()
                + " sends requests on to https://www.shop.example/store. Set shop.url in"
                + " mappings/connections/acme.yaml to https://www.shop.example/store.");
    assertThat(server.requests).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"/wp-login.php?to=x,/wp-login.php", "'',/wp-json/wc/v3/orders"})
  void a_redirect_to_a_login_page_is_told(String location, String told) {
    server.answersInTurn(location.isEmpty() ? redirect("http://[") : redirect(location));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining(
            "sends requests on to " + (location.isEmpty() ? "nowhere" : server.address() + told))
        .hasMessageContaining("A login wall or a plugin stands before its REST API");
  }

  @Test
  void a_site_without_woocommerce_is_told() {
    server.answers(
        request ->
            request.path().equals("/wp-json/")
                ? ScriptedShop.json(Recorded.text("us/wp-json-root.json"))
                : ScriptedShop.json(404, Recorded.text("us/errors/404-route.json")));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining("rest_no_route")
        .hasMessageContaining("WordPress is there, WooCommerce is not: activate it");
  }

  @Test
  void an_address_without_a_shop_is_told() {
    server.answersInTurn(ScriptedShop.page(404));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining(
            "No WordPress REST API is there: shop.url in mappings/connections/acme.yaml");
  }

  private static Response redirect(String location) {
    return ScriptedShop.answer(301, "text/html", "").with("Location", location);
  }
}
