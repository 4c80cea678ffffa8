package io.shopbooks.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.World;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Held;
import io.shopbooks.pretend.mailbox.PretendMailbox;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.FaultShape;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.NewRefund;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.apache.camel.ProducerTemplate;

/** A month in which much goes wrong between shop and books; the same each time for one seed. */
final class TroubledMonth implements AutoCloseable {

  static final int ROUNDS = 10;
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  final PretendMailbox mailbox = PretendMailbox.start(Clock.systemUTC(), 0);
  final LocalDate first = LocalDate.now(ZONE);
  final World world;

  TroubledMonth(long seed) {
    world =
        World.of(
                Store.us(),
                Region.US,
                """
                sync: { time-zone: America/New_York, start-date: "%s" }
                sales: { number: { prefix: "M-" } }
                taxes: { mode: mapped, us-code: New York City }
                payments:
                  methods:
                    stripe: { account: Undeposited Funds }
                    paypal: { account: Checking }
                report: { to: [books@acme.example], send: every-sync, language: en }
                """
                    .formatted(first))
            .with("spring.mail.host", "127.0.0.1")
            .with("spring.mail.port", mailbox.port())
            .with("shopbooks.shop.attempts", "1");
    var chance = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      sell(chance);
      trouble(chance, round);
      world.sync();
      world.passes(Duration.ofDays(3));
    }
    world.quickbooks.clearFaults();
    world.shop.recovers();
    world.signsInAgain();
    sync();
    sync();
  }

  /** Three orders; one of four is paid in a way nobody named. Sometimes one is refunded in part. */
  private void sell(Random chance) {
    for (int n = 0; n < 3; n++) {
      var gateway = List.of("stripe", "stripe", "paypal", "gift").get(chance.nextInt(4));
      var order = NewOrder.anOrder().of("TSHIRT-01", 1 + chance.nextInt(3)).paidBy(gateway);
      var id = world.shop.sells(order);
      if (chance.nextInt(3) == 0) {
        world.shop.refunds(id, NewRefund.aRefund().of("TSHIRT-01", 1));
      }
    }
  }

  private void trouble(Random chance, int round) {
    var quickbooks = world.quickbooks;
    switch (round) {
      case 1 -> quickbooks.order(Fault.loseAnswer().entity("SalesReceipt"));
      case 2 -> quickbooks.order(Fault.throttled(FaultShape.GATEWAY_JSON).entity("SalesReceipt"));
      case 3 -> quickbooks.order(Fault.html(503).entity("SalesReceipt"));
      case 4 -> quickbooks.disconnect(World.REALM);
      case 5 -> world.signsInAgain();
      case 6 -> change(receipts().get(chance.nextInt(3)), "");
      case 7 -> quickbooks.order(Fault.loseHalfAnswer().entity("SalesReceipt"));
      case 8 -> ignoreOne();
      default -> {}
    }
  }

  /** Another sync, some hours later. */
  void sync() {
    world.passes(Duration.ofHours(3));
    world.sync();
  }

  private void ignoreOne() {
    var order = world.bean(Held.class).of("acme").get(0).number();
    Typed.in(world, "held", "ignore", "acme", "--order", order, "--reason", "Entered by hand");
  }

  List<PretendDocument> receipts() {
    return world.company.documents("SalesReceipt");
  }

  /** A person gives a receipt another amount, and perhaps another memo. */
  void change(PretendDocument receipt, String memo) {
    try {
      var json =
          (ObjectNode)
              new ObjectMapper()
                  .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                  .readTree(receipt.json());
      var line = (ObjectNode) json.path("Line").path(0);
      var amount = line.path("Amount").decimalValue().add(BigDecimal.ONE);
      line.put("Amount", amount);
      var detail = (ObjectNode) line.path("SalesItemLineDetail");
      detail.put("Qty", 1).put("UnitPrice", amount);
      var change = new ObjectMapper().createObjectNode();
      change.set("Line", json.path("Line"));
      if (!memo.isEmpty()) {
        change.put("PrivateNote", memo);
      }
      world.company.edit("SalesReceipt", receipt.id(), change.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts the books again, as once a night. */
  void recount() {
    world
        .bean(ProducerTemplate.class)
        .sendBody("direct:recount-company", world.bean(Connections.class).named("acme"));
  }

  @Override
  public void close() {
    world.close();
    mailbox.close();
  }
}
