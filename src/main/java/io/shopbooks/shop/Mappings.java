package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import io.shopbooks.connections.Connection.Kind;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The mappings that turn a shop's JSON into a sale: {@code mappings/woocommerce/order.jslt} and
 * what it imports; and those in {@code mappings/quickbooks} that add fields to documents. They are
 * compiled once, when the program starts; a broken one stops the start with a {@link
 * BrokenMapping}.
 */
@Component
public class Mappings {

  private record Compiled(
      MappingFiles files,
      Map<Kind, Expression> expressions,
      Map<Kind, Expression> products,
      Map<String, Expression> additions,
      String version) {}

  private final Path folder;
  private final boolean watched;
  private volatile Compiled compiled;

  @Autowired
  Mappings(@Value("${shopbooks.mappings:./mappings}") Path folder, ShopSettings settings) {
    this(folder, settings.watchMappings());
  }

  private Mappings(Path folder, boolean watched) {
    this.folder = folder;
    this.watched = watched;
    this.compiled = compiled(MappingFiles.read(folder));
  }

  /**
   * The mappings of a folder as they are now, without Spring.
   *
   * @throws BrokenMapping if one of them is broken
   */
  public static Mappings in(Path folder) {
    return new Mappings(folder, false);
  }

  /**
   * A short text that is another one whenever a mapping changed. Kept with what was planned, it
   * tells that an order has to be planned again.
   */
  public String version() {
    return current().version();
  }

  /**
   * The sale JSON of a shop's JSON, with what is to be added to its documents.
   *
   * @param order which order it is, for messages
   * @throws Unreadable if a mapping stumbles over this order
   */
  JsonNode sale(Kind kind, JsonNode json, String order) {
    var mappings = current();
    JsonNode sale;
    try {
      sale = expression(mappings, kind).apply(json);
    } catch (JsltException e) {
      throw stumbled(order, mappings.files().place(kind, e), e);
    }
    if (sale instanceof ObjectNode object && !mappings.additions().isEmpty()) {
      add(mappings, json, object, order);
    }
    return sale;
  }

  /**
   * The product JSON of a product of a shop's catalogue.
   *
   * @param product which product it is, for messages
   * @throws Unreadable if the mapping stumbles over it
   */
  JsonNode product(Kind kind, JsonNode json, String product) {
    var mappings = current();
    var expression = mappings.products().get(kind);
    try {
      return (expression == null ? mappings.files().compileProduct(kind) : expression).apply(json);
    } catch (JsltException e) {
      throw stumbled(product, mappings.files().place(kind, e), e);
    }
  }

  private static void add(Compiled mappings, JsonNode json, ObjectNode sale, String order) {
    var input = Json.MAPPER.createObjectNode();
    input.setAll((ObjectNode) json);
    input.set("sale", sale.deepCopy());
    try {
      for (var addition : mappings.additions().entrySet()) {
        var added = addition.getValue().apply(input);
        if (!added.isEmpty()) {
          sale.withObject("/additions").set(addition.getKey(), added);
        }
      }
    } catch (JsltException e) {
      throw stumbled(order, mappings.files().placeOfAddition(e), e);
    }
  }

  private static Unreadable stumbled(String order, String place, JsltException e) {
    return new Unreadable(
        order,
        place,
        "stumbled: " + e.getMessageWithoutLocation(),
        "Make the mapping expect this, then retry the order.");
  }

  private static Expression expression(Compiled mappings, Kind kind) {
    var expression = mappings.expressions().get(kind);
    return expression == null ? mappings.files().compile(kind) : expression;
  }

  private Compiled current() {
    if (watched) {
      var files = MappingFiles.read(folder);
      if (!files.equals(compiled.files())) {
        compiled = compiled(files);
      }
    }
    return compiled;
  }

  private static Compiled compiled(MappingFiles files) {
    files.check();
    var expressions = new EnumMap<Kind, Expression>(Kind.class);
    expressions.put(Kind.WOOCOMMERCE, files.compile(Kind.WOOCOMMERCE));
    Stream.of(Kind.values())
        .filter(files::has)
        .forEach(kind -> expressions.put(kind, files.compile(kind)));
    var products = new EnumMap<Kind, Expression>(Kind.class);
    Stream.of(Kind.values())
        .filter(files::hasProduct)
        .forEach(kind -> products.put(kind, files.compileProduct(kind)));
    return new Compiled(files, expressions, products, files.compileAdditions(), files.version());
  }
}
