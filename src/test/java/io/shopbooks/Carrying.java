package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Why;
import io.shopbooks.cli.Shell;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.ConnectionEditor;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.FileEdit;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Hold;
import io.shopbooks.ledger.Span;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.quickbooks.Lookout;
import io.shopbooks.quickbooks.SignIns;
import io.shopbooks.report.Remedy;
import io.shopbooks.report.Reports;
import io.shopbooks.report.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets orders be held, does what is printed about them, and looks at what came of it. */
final class Carrying {

  private static final String SYNC = "shopbooks sync acme";
  private static final String LOOK_BACK = SYNC + " --since 2026-01-01";

  /** What no shop tells: it is found when orders are read again. */
  private static final Set<Why> UNTOLD = Set.of(Why.ORDER_DELETED, Why.REFUND_WITHDRAWN);

  private final World world;
  private boolean companyChanged;

  Carrying(World world) {
    this.world = world;
  }

  void out(Trouble trouble) {
    var file = new ConnectionFile(world.file());
    var asItWas = file.text();
    file.edit(trouble.choices());
    change(trouble.before());
    learn();
    try {
      var order = trouble.sale().sell(world);
      isHeld(order, trouble.why());
      carryOut(world, trouble.person(), trouble.command(), order);
      isSettled(order, trouble.documents());
    } finally {
      file.write(asItWas);
      change(trouble.after());
    }
  }

  private void change(Consumer<World> change) {
    change.accept(world);
    companyChanged = companyChanged || change != Trouble.NOTHING;
  }

  /** What changed in the company is known to us, as after the daily and hourly looks. */
  private void learn() {
    if (companyChanged) {
      world.bean(SignIns.class).realm(acme());
      world.bean(Lookout.class).refresh(World.REALM);
      world.bean(Lookout.class).look(World.REALM);
      companyChanged = false;
    }
  }

  private void isHeld(int order, Why why) {
    var sync = Shell.run(world, UNTOLD.contains(why) ? LOOK_BACK : SYNC);
    assertThat(sync.status()).as(sync.said()).isEqualTo(1);
    assertThat(held(world, order))
        .singleElement()
        .satisfies(hold -> assertThat(hold.reason().why()).isEqualTo(why));
  }

  /** As printed. */
  static void carryOut(World world, Trouble.Acting person, int order) {
    carryOut(world, person, Optional.empty(), order);
  }

  private static void carryOut(
      World world, Trouble.Acting person, Optional<String> offered, int order) {
    var hold = held(world, order).get(0);
    var remedy = Words.in(Locale.ENGLISH).remedy(hold);
    isTheSame(Words.in(Locale.FRENCH).remedy(hold), remedy);
    remedy
        .edit()
        .ifPresentOrElse(
            edit -> {
              assertThat(edit.file()).endsWith("connections/" + world.file().getFileName());
              var editor = world.bean(ConnectionEditor.class);
              var edits = List.of(FileEdit.yaml(edit.path(), edit.value()));
              editor.write(editor.draft(hold.connection(), edits));
            },
            () -> person.act(world, order));
    var command = offered.map(other -> other.formatted(hold.number())).orElse(remedy.command());
    var came = Shell.run(world, command);
    assertThat(came.status()).as(remedy + "\n" + came.said()).isZero();
  }

  /** Only the note of a person who leaves something out is in the reader's language. */
  private static void isTheSame(Remedy french, Remedy english) {
    assertThat(french.edit()).isEqualTo(english.edit());
    assertThat(french.command().replaceAll(" --reason .*", ""))
        .isEqualTo(english.command().replaceAll(" --reason .*", ""));
  }

  private void isSettled(int order, int count) {
    var sync = Shell.run(world, LOOK_BACK);
    assertThat(world.bean(Held.class).of("acme")).isEmpty();
    assertThat(sync.status()).as(sync.said()).isZero();
    var documents = documents(world, order);
    assertThat(documents).hasSize(count);
    assertThat(documents.stream().map(PretendDocument::memo)).doesNotHaveDuplicates();
    var report =
        world
            .bean(Reports.class)
            .of(acme(), new Span(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
    assertThat(report.differences()).isEmpty();
  }

  private Connection acme() {
    return world.bean(Connections.class).named("acme");
  }

  static List<Hold> held(World world, int order) {
    return world.bean(Held.class).of("acme").stream()
        .filter(hold -> hold.order().id().equals(Integer.toString(order)))
        .toList();
  }

  /** What the books have of the order: its sale, and what was given back. */
  static List<PretendDocument> documents(World world, int order) {
    return world.company.documents().stream()
        .filter(document -> document.memo().contains("\nshopbooks:"))
        .filter(document -> document.memo().contains("Order " + number(world, order) + " of "))
        .toList();
  }

  private static String number(World world, int order) {
    return world
        .bean(JdbcClient.class)
        .sql("select number from shop_order where order_id = :order")
        .param("order", Integer.toString(order))
        .query(String.class)
        .single();
  }
}
