package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.connections.Connections;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SecretCommandTest {

  @Test
  void a_secret_from_stdin_is_what_a_connection_file_takes_and_is_never_shown() throws Exception {
    try (var world =
        World.of(
            Store.us(),
            Region.US,
            "sync: { time-zone: Europe/Paris, start-date: \"2026-01-01\" }\n")) {
      var text = Files.readString(world.file());
      var named = text.replaceAll("(consumer-secret): .*", "$1: \\${secret:acme.consumer-secret}");

      var set = typed(world, "cs_typed\n", "secret", "set", "acme.consumer-secret");
      Files.writeString(world.file(), named);

      assertThat(set.status()).isZero();
      assertThat(set.out()).contains("${secret:acme.consumer-secret}").doesNotContain("cs_typed");
      var shop = world.bean(Connections.class).named("acme").shop().woocommerce().orElseThrow();
      assertThat(shop.consumerSecret()).isEqualTo("cs_typed");
      assertThat(Typed.in(world, "secret", "remove", "acme.consumer-secret").status()).isZero();
      assertThat(Typed.in(world, "secret", "remove", "acme.consumer-secret").status()).isOne();
    }
  }

  @Test
  void what_is_no_secret_is_not_stored() {
    for (var wrong : new String[] {"a b", "", "${x}", "-"}) {
      assertThat(Typed.alone("secret", "set", wrong).status()).as(wrong).isEqualTo(2);
    }
    assertThat(Typed.alone("secret").err()).contains("secret set or secret remove");
  }

  private static Typed typed(World world, String stdin, String... arguments) {
    var before = System.in;
    System.setIn(new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)));
    try {
      return Typed.in(world, arguments);
    } finally {
      System.setIn(before);
    }
  }
}
