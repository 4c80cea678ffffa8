package io.shopbooks.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.shopbooks.books.Booked;
import io.shopbooks.books.Company;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.OtherSale;
import io.shopbooks.books.ParentOrder;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.ConnectionTexts;
import io.shopbooks.ledger.ReceivedOrder;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.shop.Shops;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One worked example as its folder tells it: the order as the shop gave it, the connection and the
 * company it meets.
 *
 * @param rule id of the one rule it shows
 * @param booked documents that are in the books before
 * @param others documents in the books that are not ours
 * @param parent the order that this one is a part of
 */
record ExampleCase(
    Path folder,
    String rule,
    Connection connection,
    Company company,
    ReceivedOrder order,
    Booked booked,
    List<OtherSale> others,
    Optional<ParentOrder> parent) {

  static final String FILE = "case.yaml";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  /**
   * What {@code case.yaml} says.
   *
   * @param change merged over the connection for this case
   * @param companyChange merged over the company for this case
   */
  private record Said(
      String rule,
      String connection,
      String company,
      Object change,
      Object companyChange,
      Optional<List<InBooks>> booked,
      Optional<List<OfOthers>> others,
      Optional<ParentOrder> parent) {}

  /**
   * A document in the books.
   *
   * @param of the shop's id of the order or refund it is about
   */
  private record InBooks(String kind, String of, Optional<String> number) {}

  /** A document in the books that is not ours. */
  private record OfOthers(
      String kind, String number, LocalDate date, String total, String customer) {

    OtherSale sale(int id) {
      return new OtherSale(
          DocumentKind.of(kind),
          Integer.toString(id),
          number,
          date,
          money(total),
          customer == null ? "" : customer,
          false);
    }

    /** "42.10 USD". */
    private static Money money(String text) {
      var parts = text.split(" ");
      return Money.of(parts[0], Currency.getInstance(parts[1]));
    }
  }

  /**
   * @param examples the folder of all examples, with their connections and companies
   * @throws BrokenExample if something of it cannot be read
   * @throws io.shopbooks.connections.BrokenConnection if its connection is wrong
   */
  static ExampleCase read(Path examples, Path folder, ConnectionTexts connections) {
    var yaml = ExampleYaml.read(folder.resolve(FILE));
    var said = yaml.as(Said.class);
    var connectionFile = examples.resolve("connections/" + said.connection() + ".yaml");
    var written = ExampleYaml.read(connectionFile).changedBy(yaml.under("change"));
    var facts = ExampleYaml.read(examples.resolve("companies/" + said.company() + ".yaml"));
    var connection = connections.read(connectionFile, written.text());
    var order = order(folder, connection);
    return new ExampleCase(
        folder,
        said.rule(),
        connection,
        ExampleCompany.of(facts.changedBy(yaml.under("company-change"))),
        order,
        booked(said.booked().orElse(List.of()), order),
        others(said.others().orElse(List.of())),
        said.parent());
  }

  private static ReceivedOrder order(Path folder, Connection connection) {
    var order = json(folder.resolve("order.json"));
    if (connection.shop().kind() == Connection.Kind.WIX) {
      return received(folder, connection, Shops.kept(connection, order));
    }
    var refunds = folder.resolve("refunds.json");
    var stored = JSON.createObjectNode();
    stored.set("order", order);
    stored.set("refunds", Files.exists(refunds) ? json(refunds) : JSON.createArrayNode());
    var customer = folder.resolve("customer.json");
    if (Files.exists(customer)) {
      stored.set("customer", json(customer));
    }
    return new ReceivedOrder(
        new OrderKey(connection.shopId(), order.path("id").asText()),
        ExampleCompany.REALM,
        connection.name(),
        order.path("number").asText(),
        stored.toString(),
        folder.toString(),
        1,
        order.path("currency").asText(),
        new BigDecimal(order.path("total").asText("0")),
        "");
  }

  private static ReceivedOrder received(Path folder, Connection connection, RawOrder kept) {
    return new ReceivedOrder(
        kept.key(),
        ExampleCompany.REALM,
        connection.name(),
        kept.number(),
        kept.json(),
        folder.toString(),
        1,
        kept.currency(),
        new BigDecimal(kept.total()),
        "");
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new BrokenExample(file, "It is no JSON.", "Correct it.");
    } catch (IOException e) {
      throw new BrokenExample(file, "It cannot be read.", "Put the recorded answer there.");
    }
  }

  private static List<OtherSale> others(List<OfOthers> documents) {
    return IntStream.range(0, documents.size())
        .mapToObj(n -> documents.get(n).sale(n + 1))
        .toList();
  }

  private static Booked booked(List<InBooks> documents, ReceivedOrder order) {
    return new Booked(
        documents.stream()
            .map(
                document ->
                    new Booked.Known(
                        new DocumentKey(
                            order.key().shop(),
                            order.realm(),
                            DocumentKind.of(document.kind()),
                            document.of()),
                        document.number(),
                        true))
            .toList());
  }
}
