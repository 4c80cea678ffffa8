package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.invoice;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagesTest {

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
    var tax = "\"TxnTaxDetail\":{\"TxnTaxCodeRef\":{\"value\":\"<TaxCode California>\"}},";
    wire.made(
        "salesreceipt",
        receipt("\"DocNumber\":\"WC-1\",\"PrivateNote\":\"<b>woo:1</b>\"," + tax, line("40", "")));
    wire.made("invoice", invoice("", line("9", "")));
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private Wire.Reply page(String path) {
    return wire.call("GET", wire.address(path), null, null);
  }

  private String books(String path) {
    var reply = page("/books/" + Wire.REALM + path);
    assertThat(reply.status()).isEqualTo(200);
    return reply.body();
  }

  @Test
  void the_root_lists_the_companies() {
    assertThat(page("").body()).contains("Acme Goods Inc.", "/quickbooks/books/" + Wire.REALM);
    assertThat(page("/").body()).contains("Acme Goods Inc.");
  }

  @Test
  void documents_are_listed_and_nothing_of_them_is_markup() {
    assertThat(books(""))
        .contains("WC-1", "2026-03-10", "42.90 USD", "2.90", "&lt;b&gt;woo:1")
        .doesNotContain("<b>woo");
    wire.company.delete("SalesReceipt", "1");
    assertThat(books("")).contains("Deleted", "<span class=\"gone\">WC-1</span>");
  }

  @Test
  void a_document_shows_lines_tax_and_accounts() {
    assertThat(books("/document/1"))
        .contains(
            "SalesReceipt WC-1",
            "Online sale",
            "California State",
            "7.25 %",
            "Stripe clearing",
            "42.90");
    assertThat(page("/books/" + Wire.REALM + "/document/99").status()).isEqualTo(404);
  }

  @Test
  void the_trial_balance_adds_up() {
    assertThat(books("/balance")).contains("Accounts Receivable (A/R)", "51.90");
  }

  @Test
  void items_and_customers_are_listed() {
    wire.company.lists().inactivate("Item", "Tip");
    assertThat(books("/items"))
        .contains("Online sale", "NonInventory", "<span class=\"gone\">Tip</span>");
    assertThat(books("/customers")).contains("WooCommerce", "9.00");
  }

  @Test
  void unknown_pages_say_so() {
    assertThat(page("/books/1").status()).isEqualTo(404);
    assertThat(page("/nowhere").status()).isEqualTo(404);
    assertThat(page("/pretend/nowhere").status()).isEqualTo(404);
  }

  @Test
  void the_audit_tells_all_to_another_process() {
    wire.company.delete("SalesReceipt", "1");
    var company = page("/pretend/audit").json().at("/companies/0");
    assertThat(company.at("/documents/0/type").asText()).isEqualTo("Invoice");
    assertThat(company.at("/deleted/0/marker").asText()).isEqualTo("<b>woo:1</b>");
    assertThat(company.at("/deleted/0/total").decimalValue()).isEqualByComparingTo("42.90");
    assertThat(company.at("/trialBalance/Accounts Receivable (A~1R)").decimalValue())
        .isEqualByComparingTo("9");
    assertThat(company.at("/openReceivables/WooCommerce").decimalValue()).isEqualByComparingTo("9");
    assertThat(company.at("/counters/writes").asInt()).isEqualTo(2);
  }

  @Test
  void answers_are_packed_for_those_who_ask() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(wire.api("query?query=select+*+from+Account")))
            .header(
                "Authorization",
                "Bearer " + wire.quickBooks.signIn("app", Wire.REALM).accessToken())
            .header("Accept-Encoding", "gzip")
            .build();
    var reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(reply.headers().firstValue("Content-Encoding")).contains("gzip");
    var text =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(reply.body())).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(text).contains("\"QueryResponse\"", "Undeposited Funds");
  }
}
