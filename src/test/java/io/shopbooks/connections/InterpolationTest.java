package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpolationTest {

  @TempDir Path temp;
  private AFolder folder;

  @BeforeEach
  void aFolder() {
    folder = new AFolder(temp);
  }

  @Test
  void a_value_comes_from_the_environment() {
    folder.environment.setProperty("ACME_KEY", "ck_from_outside");

    assertThat(shop("${ACME_KEY}").consumerKey()).isEqualTo("ck_from_outside");
  }

  @Test
  void a_value_that_is_not_there_is_the_default() {
    assertThat(shop("${ACME_KEY:ck_default}").consumerKey()).isEqualTo("ck_default");
  }

  @Test
  void a_value_that_is_there_wins_over_the_default() {
    folder.environment.setProperty("ACME_KEY", "ck_from_outside");

    assertThat(shop("${ACME_KEY:ck_default}").consumerKey()).isEqualTo("ck_from_outside");
  }

  @Test
  void a_default_may_hold_colons() {
    var connection =
        folder.connection(
            AFolder.LEAST.replace("https://shop.example", "${URL:https://a.example}"));

    assertThat(connection.shop().woocommerce().orElseThrow().url()).hasHost("a.example");
  }

  @Test
  void a_value_may_be_a_part_of_a_text() {
    folder.environment.setProperty("HOST", "shop.example");
    folder.environment.setProperty("FOLDER", "store");
    var connection =
        folder.connection(
            AFolder.LEAST.replace("https://shop.example", "https://${HOST}/${FOLDER}"));

    assertThat(connection.shop().woocommerce().orElseThrow().url())
        .hasToString("https://shop.example/store");
  }

  @Test
  void a_secret_comes_from_the_store() {
    folder.secrets.put("acme-key", "ck_from_the_store");

    assertThat(shop("${secret:acme-key}").consumerKey()).isEqualTo("ck_from_the_store");
  }

  @Test
  void dollar_signs_backslashes_and_references_in_values_stay_as_they_are() {
    var odd = "ck_$1\\n${NOT_READ_AGAIN}";
    folder.secrets.put("acme-key", odd);

    assertThat(shop("${secret:acme-key}").consumerKey()).isEqualTo(odd);
  }

  @Test
  void a_dollar_sign_alone_is_a_dollar_sign() {
    assertThat(shop("ck_$5").consumerKey()).isEqualTo("ck_$5");
  }

  @Test
  void a_number_from_outside_is_a_text() {
    folder.environment.setProperty("REALM", "9341452712345678");
    var connection = folder.connection(AFolder.LEAST + "company: { realm: \"${REALM}\" }\n");

    assertThat(connection.company().realm()).contains("9341452712345678");
    assertThat(folder.connection(AFolder.LEAST + "company:\n  realm: ${REALM}\n").company().realm())
        .contains("9341452712345678");
  }

  @Test
  void yes_and_no_from_outside_are_flags_without_quotes() {
    folder.environment.setProperty("STOCK", "true");

    assertThat(folder.connection(AFolder.LEAST + "stock:\n  enabled: ${STOCK}\n").stock().enabled())
        .isTrue();
    assertThatThrownBy(() -> folder.connection(AFolder.LEAST + "stock:\n  enabled: \"${STOCK}\"\n"))
        .isInstanceOf(BrokenConnection.class)
        .hasMessageContaining("Only true or false can stand here.");
  }

  @Test
  void an_empty_value_of_an_optional_key_is_none() {
    folder.environment.setProperty("REALM", "");

    assertThat(folder.connection(AFolder.LEAST + "company:\n  realm: ${REALM}\n").company().realm())
        .isEmpty();
  }

  @Test
  void keys_are_taken_as_they_stand() {
    var connection =
        folder.connection(
            AFolder.LEAST + "payments:\n  methods:\n    \"${GATEWAY}\": { account: Bank }\n");

    assertThat(connection.choices().payments().methods()).containsOnlyKeys("${GATEWAY}");
  }

  private Connection.WooCommerce shop(String consumerKey) {
    var connection = folder.connection(AFolder.LEAST.replace("ck_1", consumerKey));
    return connection.shop().woocommerce().orElseThrow();
  }
}
