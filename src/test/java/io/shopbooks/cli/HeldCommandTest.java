package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Fault;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.pretend.woocommerce.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two orders are held, because nothing says under which code New York's tax goes. */
class HeldCommandTest {

  private World world;
  private int id;

  @BeforeEach
  void open() {
    world =
        World.of(
                Store.us(),
                Region.US,
                """
                sync: { time-zone: America/New_York, start-date: "2026-01-01" }
                taxes: { mode: mapped }
                """)
            .with("shopbooks.shop.attempts", "1");
    id = world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("A-7"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01", 2).paidBy("stripe").numbered("A-8"));
    assertThat(Typed.in(world, "sync", "acme").status()).isEqualTo(1);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void nameTheCode() throws IOException {
    var text = Files.readString(world.file());
    Files.writeString(world.file(), text.replace("mapped }", "mapped, us-code: New York City }"));
  }

  @Test
  void what_is_held_is_shown_with_money_reason_and_remedy() {
    var list = Typed.in(world, "held", "list", "acme");

    assertThat(list.status()).isEqualTo(1);
    assertThat(list.out())
        .contains(
            "Order A-7, $21.76: The sales tax has no tax code",
            "The shop charged NY State Tax",
            "shopbooks held retry acme --order A-7");

    var json = Typed.in(world, "held", "list", "--json").json();
    assertThat(json).hasSize(2);
    assertThat(json)
        .anySatisfy(
            hold -> {
              assertThat(hold.get("order").asText()).isEqualTo("A-7");
              assertThat(hold.get("id").asText()).isEqualTo(Integer.toString(id));
              assertThat(hold.get("why").asText()).isEqualTo("no-us-code");
              assertThat(hold.get("title").asText()).isEqualTo("The sales tax has no tax code");
              assertThat(hold.at("/remedy/command").asText())
                  .isEqualTo("shopbooks held retry acme --order A-7");
              assertThat(hold.get("amount").asText()).isEqualTo("21.76");
            });
  }

  @Test
  void the_printed_remedy_brings_the_order_to_the_books() throws IOException {
    nameTheCode();

    var retry = Typed.in(world, "held", "retry", "acme", "--order", "A-7");

    assertThat(retry.status()).isZero();
    assertThat(retry.out()).contains("Tried again: 1. Still held: 0.");
    assertThat(world.company.documents("SalesReceipt"))
        .singleElement()
        .satisfies(receipt -> assertThat(receipt.number()).isEqualTo("A-7"));
    assertThat(Typed.in(world, "held", "list", "--json").json()).hasSize(1);
  }

  @Test
  void an_order_is_also_known_by_its_id() throws IOException {
    nameTheCode();

    assertThat(Typed.in(world, "held", "retry", "acme", "--order", Integer.toString(id)).status())
        .isZero();
    assertThat(world.company.documents("SalesReceipt")).hasSize(1);
  }

  @Test
  void all_that_is_held_can_be_tried_at_once() throws IOException {
    nameTheCode();

    var retry = Typed.in(world, "held", "retry", "acme", "--all", "--json");

    assertThat(retry.status()).isZero();
    assertThat(retry.json().get("retried").asInt()).isEqualTo(2);
    assertThat(world.company.documents("SalesReceipt")).hasSize(2);
    assertThat(Typed.in(world, "held", "list", "acme").status()).isZero();
  }

  @Test
  void what_nobody_mended_stays_held() {
    var retry = Typed.in(world, "held", "retry", "acme", "--order", "A-7");

    assertThat(retry.status()).isEqualTo(1);
    assertThat(retry.out()).contains("Still held: 1.", "The sales tax has no tax code");
  }

  @Test
  void the_order_is_read_from_the_shop_again_first() throws IOException {
    nameTheCode();
    world.shop.edits(id, "{\"customer_note\":\"Please call first\"}");
    world.shop.movesTo(id, "on-hold");

    assertThat(Typed.in(world, "held", "retry", "acme", "--order", "A-7").status()).isZero();
    assertThat(world.company.documents()).isEmpty();
  }

  @Test
  void a_shop_that_does_not_answer_changes_nothing() throws IOException {
    nameTheCode();
    world.shop.fails(Fault.every("/orders/" + id).with(Trouble.htmlPage(503)));

    var retry = Typed.in(world, "held", "retry", "acme", "--order", "A-7", "--json");

    assertThat(retry.status()).isEqualTo(3);
    assertThat(retry.json().get("error").asText()).contains("answered 503");
    assertThat(Typed.in(world, "held", "list", "--json").json()).hasSize(2);
  }

  @Test
  void a_deleted_order_is_not_brought_back() throws IOException {
    nameTheCode();
    world.shop.deletes(id);

    assertThat(Typed.in(world, "held", "retry", "acme", "--order", "A-7").status()).isZero();
    assertThat(world.company.documents()).isEmpty();
  }

  @Test
  void what_is_ignored_is_no_longer_held_and_stays_out_of_the_books() throws IOException {
    var ignore =
        Typed.in(world, "held", "ignore", "acme", "--order", "A-7", "--reason", "entered by hand");

    assertThat(ignore.status()).isZero();
    nameTheCode();
    Typed.in(world, "held", "retry", "acme", "--all");
    assertThat(world.company.documents("SalesReceipt"))
        .singleElement()
        .satisfies(receipt -> assertThat(receipt.number()).isEqualTo("A-8"));
  }

  @Test
  void an_order_that_is_not_held_ends_with_2() {
    for (var command : new String[] {"retry", "ignore"}) {
      var typed =
          command.equals("retry")
              ? Typed.in(world, "held", "retry", "acme", "--order", "A-9")
              : Typed.in(world, "held", "ignore", "acme", "--order", "A-9", "--reason", "x");

      assertThat(typed.status()).isEqualTo(2);
      assertThat(typed.err()).contains("Nothing is held of order A-9 in acme.");
    }
  }

  @Test
  void status_tells_sign_in_runs_and_sums() {
    var status = Typed.in(world, "status");

    assertThat(status.status()).isZero();
    assertThat(status.out())
        .contains("acme", "signed in to company " + World.REALM, "last run", "next run")
        .containsPattern("held +2 +\\$65\\.29");

    var json = Typed.in(world, "status", "--json").json().path("connections").path(0);
    assertThat(json.path("signIn").asText()).isEqualTo("signed-in");
    assertThat(json.path("lastRun").path("trouble").asText()).isEmpty();
    assertThat(json.path("sums").path(0).path("state").asText()).isEqualTo("held");
    assertThat(json.path("sums").path(0).path("count").asInt()).isEqualTo(2);
  }
}
