package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.invoice;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.link;
import static io.shopbooks.pretend.quickbooks.Requests.payment;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  @TempDir Path folder;

  private Wire open() {
    return Wire.keptIn(folder, Region.US);
  }

  private static JsonNode books(Wire wire) throws IOException {
    var audit = new ObjectMapper().readTree(wire.quickBooks.audit());
    audit.path("companies").forEach(company -> ((ObjectNode) company).remove("counters"));
    return audit;
  }

  private static void live(Wire wire) {
    wire.company.lists().addInventoryItem("Mug", "10", "3", "2026-01-01");
    wire.made(
        "salesreceipt?requestid=r1",
        receipt("\"DocNumber\":\"1\",", line("Mug", "20", "\"Qty\":2")));
    var bill =
        wire.idOf(wire.made("invoice", invoice("\"PrivateNote\":\"Zoë\",", line("100", ""))));
    wire.made("payment", payment("60", link("60", "Invoice", bill)));
    var gone = wire.idOf(wire.made("creditmemo", invoice("", line("5", ""))));
    wire.made("creditmemo?operation=delete", "{\"Id\":\"" + gone + "\",\"SyncToken\":\"0\"}");
    wire.company.preferences().customNumbers(false).assume(Assumption.NEGATIVE_LINES_REFUSED, true);
    wire.made("salesreceipt", receipt("", line("1", "")));
  }

  @Test
  void a_restart_restores_the_same_books() throws IOException {
    JsonNode before;
    try (var wire = open()) {
      live(wire);
      before = books(wire);
    }
    try (var wire = open()) {
      assertThat(books(wire)).isEqualTo(before);
      assertThat(wire.company.lists().quantity("Mug")).isEqualByComparingTo("8");
      assertThat(wire.company.lists().idOf("Customer", "WooCommerce")).isNotEmpty();
    }
  }

  @Test
  void life_goes_on_after_a_restart() {
    try (var wire = open()) {
      live(wire);
    }
    try (var wire = open()) {
      var replayed = wire.made("salesreceipt?requestid=r1", receipt("", line("9", "")));
      assertThat(replayed.path("DocNumber").asText()).as("a requestid survives").isEqualTo("1");
      assertThat(wire.made("salesreceipt", receipt("", line("1", ""))).path("DocNumber").asText())
          .isEqualTo("1002");
      wire.refuses("2290", "salesreceipt", receipt("", line("5", "") + "," + line("-1", "")));
      wire.refuses("620", "payment", payment("41", link("41", "Invoice", "3")));
      wire.made("payment", payment("40", link("40", "Invoice", "3")));
      wire.made("salesreceipt", receipt("", line("Mug", "10", "\"Qty\":1")));
      assertThat(wire.company.lists().quantity("Mug")).isEqualByComparingTo("7");
      assertThat(wire.company.documents()).extracting(PretendDocument::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void tokens_survive_a_restart() {
    PretendQuickBooks.SignedIn signedIn;
    try (var wire = open()) {
      signedIn = wire.quickBooks.signIn("app", Wire.REALM);
      wire.quickBooks.signIn("app", Wire.REALM);
    }
    try (var wire = open()) {
      wire.use(signedIn.accessToken());
      assertThat(wire.get("preferences").status()).isEqualTo(200);
      wire.clock.move(Duration.ofHours(2));
      assertThat(wire.get("preferences").status()).isEqualTo(401);
      wire.quickBooks.disconnect(Wire.REALM);
    }
    try (var wire = open()) {
      wire.use(signedIn.accessToken());
      assertThat(wire.get("preferences").status()).isEqualTo(403);
    }
  }

  @Test
  @DisplayName("a half-written last line is cut off, in the middle of a letter too")
  void a_half_written_line_is_cut_off() throws IOException {
    JsonNode before;
    try (var wire = open()) {
      live(wire);
      before = books(wire);
    }
    var file = folder.resolve("quickbooks-" + Wire.REALM + ".jsonl");
    var half =
        "{\"changes\":[{\"put\":\"SalesReceipt\",\"object\":{\"PrivateNote\":\"Zo"
            .getBytes(StandardCharsets.UTF_8);
    Files.write(file, half, StandardOpenOption.APPEND);
    Files.write(file, new byte[] {(byte) 0xC3}, StandardOpenOption.APPEND);
    try (var wire = open()) {
      assertThat(books(wire)).isEqualTo(before);
      wire.made("salesreceipt", receipt("", line("1", "")));
      before = books(wire);
    }
    try (var wire = open()) {
      assertThat(books(wire)).isEqualTo(before);
    }
  }

  @Test
  void a_damaged_line_in_the_middle_is_told() throws IOException {
    try (var wire = open()) {
      live(wire);
    }
    var file = folder.resolve("quickbooks-" + Wire.REALM + ".jsonl");
    var lines = Files.readAllLines(file);
    lines.set(2, "{\"changes\":");
    Files.write(file, lines);
    assertThatThrownBy(this::open)
        .hasMessageContaining("Line 3 of")
        .hasMessageContaining("remove the file");
  }
}
