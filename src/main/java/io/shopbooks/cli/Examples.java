package io.shopbooks.cli;

import io.shopbooks.connections.BrokenConnection;
import io.shopbooks.connections.ConnectionTexts;
import io.shopbooks.sale.Sale;
import io.shopbooks.shop.Mappings;
import io.shopbooks.shop.Shops;
import io.shopbooks.shop.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelExecutionException;

/**
 * The worked examples of a folder of mappings, run through the mappings and routes as they are now.
 * Needs no database, no network and no Spring.
 */
final class Examples implements AutoCloseable {

  /** Examples give tomorrow what they give today. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-31T12:00:00Z"), ZoneOffset.UTC);

  private final Path folder;
  private final Shops shops;
  private final ExampleRoutes routes;
  private final ConnectionTexts connections = new ConnectionTexts(CLOCK);

  /**
   * @param mappings holds the mappings, and the examples in its folder {@code examples}
   * @param routes holds the route files
   * @throws BrokenExample if a route file is broken
   * @throws io.shopbooks.shop.BrokenMapping if a mapping is broken
   */
  Examples(Path mappings, Path routes) {
    var compiled = Mappings.in(mappings);
    this.folder = mappings.resolve("examples");
    this.shops = Shops.offline(compiled);
    this.routes = new ExampleRoutes(routes, compiled);
  }

  ExampleRules rules() {
    return ExampleRules.read(folder);
  }

  /** The folders of all examples, by name. */
  List<Path> all() {
    return under(folder);
  }

  /**
   * The examples a person means.
   *
   * @param name a path, or what follows {@code mappings/examples}, or the last part of it
   * @return none if there is no such folder
   */
  List<Path> named(Path name) {
    for (var place : List.of(name, folder.resolve(name))) {
      if (Files.isDirectory(place)) {
        return under(place);
      }
    }
    return all().stream().filter(example -> example.endsWith(name)).toList();
  }

  private static List<Path> under(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.endsWith(ExampleCase.FILE))
          .map(file -> file.getParent().normalize())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new BrokenExample(
          folder, "It cannot be read.", "Set SHOPBOOKS_MAPPINGS to the folder of your mappings.");
    }
  }

  /** What is wrong between the catalogue of rules and all examples that were run. */
  List<String> complaints(List<ExampleResult> results) {
    var shown = new LinkedHashMap<String, String>();
    results.forEach(result -> shown.put(result.folder(), result.rule()));
    return rules().complaints(shown);
  }

  /**
   * Runs one example.
   *
   * @param write whether its files are made to say what comes of it
   */
  ExampleResult run(Path example, boolean write) {
    var name = folder.normalize().relativize(example.normalize()).toString();
    var rule = "";
    try {
      if (ProductExample.isOne(example)) {
        var product = ProductExample.run(folder, example, connections, shops);
        var came = Map.of(ProductExample.GOLDEN, product.item());
        return compared(name, product.rule(), example, came, write);
      }
      if (StockExample.isOne(example)) {
        var stock = StockExample.run(folder, example, connections);
        var came = Map.of(StockExample.GOLDEN, stock.decisions());
        return compared(name, stock.rule(), example, came, write);
      }
      var read = ExampleCase.read(folder, example, connections);
      rule = read.rule();
      return compared(name, rule, example, came(read), write);
    } catch (BrokenExample | BrokenConnection e) {
      return new ExampleResult(name, rule, List.of(e.getMessage()), List.of());
    } catch (CamelExecutionException e) {
      return new ExampleResult(name, rule, List.of(e.getCause().toString()), List.of());
    }
  }

  /** What comes of an example, file by file. */
  private Map<String, String> came(ExampleCase example) {
    var json = example.order().json();
    var sale = Optional.<Sale>empty();
    var saleJson = "";
    try {
      sale = Optional.of(shops.read(example.connection(), json));
      saleJson = shops.saleJson(example.connection(), json);
    } catch (Unreadable e) {
      // The routes hold such an order, and documents.json says why.
    }
    var ledger = routes.plan(example);
    var files = new LinkedHashMap<String, String>();
    files.put("sale.json", saleJson);
    files.put("documents.json", ExampleOutcome.text(example, ledger, sale));
    return files;
  }

  private static ExampleResult compared(
      String name, String rule, Path example, Map<String, String> came, boolean write) {
    var problems = new ArrayList<String>();
    var written = new ArrayList<String>();
    came.forEach(
        (file, text) -> {
          var golden = new ExampleGolden(example.resolve(file));
          if (!write) {
            golden.difference(text).ifPresent(problems::add);
          } else if (golden.rewrite(text)) {
            written.add(file);
          }
        });
    return new ExampleResult(name, rule, problems, written);
  }

  @Override
  public void close() {
    routes.close();
  }
}
