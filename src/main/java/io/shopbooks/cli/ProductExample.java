package io.shopbooks.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.ItemDecision;
import io.shopbooks.books.ItemFields;
import io.shopbooks.books.NewItem;
import io.shopbooks.books.Shelved;
import io.shopbooks.books.Shelving;
import io.shopbooks.connections.ConnectionTexts;
import io.shopbooks.ledger.DocumentText;
import io.shopbooks.shop.Shops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One worked example of a product: {@code product.json} as the shop gives it, with {@code
 * parent.json} where it is a variation, or {@code variant.json} where a Wix site sells it by
 * variant, and {@code item.json}, which says what becomes of it.
 *
 * @param rule id of the one rule it shows
 */
record ProductExample(String rule, String item) {

  static final String FILE = "product.json";
  static final String GOLDEN = "item.json";

  /** What may stand beside the product, under the name of its file. */
  private static final List<String> BESIDE = List.of("parent", "variant");

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /**
   * What {@code case.yaml} says.
   *
   * @param pricesIncludeTax whether the shop's prices do; a Wix site that sold nothing yet does not
   *     tell
   * @param currency of the shop; absent: that of the company
   * @param counted whether the inventory of a Wix site counts it
   * @param items what the company has, by name
   * @param settled what was settled with one of them before
   * @param twins other products of the shop with the same SKU
   */
  private record Said(
      String rule,
      String connection,
      String company,
      Object change,
      Object companyChange,
      Optional<Boolean> pricesIncludeTax,
      boolean counted,
      Optional<String> currency,
      Optional<Map<String, ExampleShelf.Facts>> items,
      Optional<Settled> settled,
      Optional<List<String>> twins) {}

  private record Settled(
      String item, Map<String, String> sent, Optional<Map<String, String>> kept) {

    Shelved shelved() {
      return new Shelved(item, ItemFields.of(sent), ItemFields.of(kept.orElse(sent)));
    }
  }

  static boolean isOne(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * Runs it.
   *
   * @throws BrokenExample if something of it cannot be read
   */
  static ProductExample run(Path examples, Path folder, ConnectionTexts connections, Shops shops) {
    var yaml = ExampleYaml.read(folder.resolve(ExampleCase.FILE));
    var said = yaml.as(Said.class);
    var file = examples.resolve("connections/" + said.connection() + ".yaml");
    var connection =
        connections.read(file, ExampleYaml.read(file).changedBy(yaml.under("change")).text());
    var facts = ExampleYaml.read(examples.resolve("companies/" + said.company() + ".yaml"));
    var company = ExampleCompany.of(facts.changedBy(yaml.under("company-change")));
    var stored = JSON.createObjectNode();
    stored.set("product", read(folder.resolve(FILE)));
    BESIDE.stream()
        .filter(name -> Files.exists(folder.resolve(name + ".json")))
        .forEach(name -> stored.set(name, read(folder.resolve(name + ".json"))));
    stored.put("counted", said.counted());
    var shop = stored.putObject("shop");
    shop.put("currency", said.currency().orElse(company.home().getCurrencyCode()));
    if (said.pricesIncludeTax().isPresent() || connection.shop().wix().isEmpty()) {
      shop.put("pricesIncludeTax", said.pricesIncludeTax().orElse(false));
    }
    var product = shops.product(connection, stored.toString());
    var decision =
        new Shelving(connection.choices(), company, new ExampleShelf(said.items().orElse(Map.of())))
            .decide(product, said.settled().map(Settled::shelved), said.twins().orElse(List.of()));
    return new ProductExample(said.rule(), text(decision));
  }

  private static ObjectNode read(Path file) {
    try {
      return (ObjectNode) JSON.readTree(Files.readString(file));
    } catch (IOException | ClassCastException e) {
      throw new BrokenExample(file, "It cannot be read as a JSON object.", "Correct it.");
    }
  }

  private static String text(ItemDecision decision) {
    var json = JSON.createObjectNode().put("outcome", decision.word());
    decision
        .left()
        .ifPresent(
            left -> {
              json.put("because", left.why().word());
              if (!left.facts().isEmpty()) {
                left.facts().forEach(json.putObject("facts")::put);
              }
            });
    decision.made().ifPresent(item -> made(json.putObject("item"), item, decision.wanted()));
    if (!decision.changes().isEmpty()) {
      decision.changes().values().forEach(json.putObject("changes")::put);
    }
    return DocumentText.pretty(json);
  }

  private static void made(ObjectNode json, NewItem item, ItemFields wanted) {
    wanted.values().forEach(json::put);
    json.put("income-account", item.income().name());
    item.expense().ifPresent(account -> json.put("expense-account", account.name()));
    item.asset().ifPresent(account -> json.put("asset-account", account.name()));
  }
}
