package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import io.shopbooks.connections.Connection;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The mapping files as they were read: a folder per kind of shop, in it {@code order.jslt} and what
 * it imports; and the folder {@code quickbooks}, in it a file per kind of document that is to get
 * more than the books give it.
 *
 * @param folder of all mappings
 * @param texts file to its text
 */
record MappingFiles(Path folder, SortedMap<Path, String> texts) {

  private static final String MAIN = "order.jslt";
  private static final String PRODUCT = "product.jslt";
  private static final String ADDITIONS = "quickbooks";
  private static final String END = ".jslt";
  private static final Set<String> DOCUMENTS =
      Set.of("sales-receipt", "invoice", "payment", "credit-memo", "refund-receipt", "expense");

  /** Reads every {@code .jslt} file that lies one folder down. */
  static MappingFiles read(Path folder) {
    var texts = new TreeMap<Path, String>();
    try (var files = Files.walk(folder, 2)) {
      for (var file : files.filter(MappingFiles::isMapping).toList()) {
        texts.put(file, Files.readString(file));
      }
    } catch (IOException e) {
      throw new BrokenMapping(
          folder.toString(),
          "The mappings cannot be read (" + e + ").",
          "Set SHOPBOOKS_MAPPINGS to the folder of your mappings; its files are UTF-8 text.");
    }
    return new MappingFiles(folder, texts);
  }

  private static boolean isMapping(Path file) {
    return file.toString().endsWith(END);
  }

  /** Twelve characters that are others whenever a mapping changes. */
  String version() {
    var all = new StringBuilder();
    texts.forEach((file, text) -> all.append(folder.relativize(file)).append('\n').append(text));
    return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }

  /** Holds every file against the rules of mappings; throws {@link BrokenMapping}. */
  void check() {
    texts.forEach(MappingRules::check);
  }

  /** Compiles the mapping of one kind of shop; throws {@link BrokenMapping}. */
  Expression compile(Connection.Kind kind) {
    return compile(home(kind), MAIN);
  }

  /** Compiles the mapping of the products of one kind of shop; throws {@link BrokenMapping}. */
  Expression compileProduct(Connection.Kind kind) {
    return compile(home(kind), PRODUCT);
  }

  boolean hasProduct(Connection.Kind kind) {
    return texts.containsKey(home(kind).resolve(PRODUCT));
  }

  /**
   * Compiles what is added to documents, by their kind as markers write it ("sales-receipt").
   *
   * @throws BrokenMapping also for a file that is named after no kind and imported by none
   */
  Map<String, Expression> compileAdditions() {
    var home = folder.resolve(ADDITIONS);
    var compiled = new TreeMap<String, Expression>();
    for (var file : texts.keySet()) {
      var name = file.getFileName().toString();
      var kind = name.substring(0, name.length() - END.length());
      if (file.getParent().equals(home) && DOCUMENTS.contains(kind)) {
        compiled.put(kind, compile(home, name));
      } else if (file.getParent().equals(home) && isImportedByNone(name)) {
        throw new BrokenMapping(
            file.toString(),
            "No kind of document is called \"" + kind + "\", so this mapping is used by nothing.",
            "Name it after one of " + String.join(", ", new TreeSet<>(DOCUMENTS)) + ".");
      }
    }
    return compiled;
  }

  private boolean isImportedByNone(String name) {
    return texts.values().stream().noneMatch(text -> text.contains("\"" + name + "\""));
  }

  private Expression compile(Path home, String main) {
    try {
      return new Parser(new StringReader(text(home.resolve(main))))
          .withSource(main)
          .withFunctions(List.of(new PlainText()))
          .withResourceResolver(name -> new StringReader(text(home.resolve(name))))
          .withObjectFilter(MappingFiles::says)
          .compile();
    } catch (JsltException e) {
      throw new BrokenMapping(
          place(home, e), e.getMessageWithoutLocation() + ".", "Correct this line of the mapping.");
    }
  }

  /** File and line of a mistake that JSLT met. */
  String place(Connection.Kind kind, JsltException e) {
    return place(home(kind), e);
  }

  /** File and line of a mistake that JSLT met in what is added to documents. */
  String placeOfAddition(JsltException e) {
    return place(folder.resolve(ADDITIONS), e);
  }

  private static String place(Path home, JsltException e) {
    return e.getSource() == null
        ? home.toString()
        : home.resolve(e.getSource()) + ":" + e.getLine();
  }

  boolean has(Connection.Kind kind) {
    return texts.containsKey(home(kind).resolve(MAIN));
  }

  private Path home(Connection.Kind kind) {
    return folder.resolve(kind.name().toLowerCase(Locale.ROOT));
  }

  private String text(Path file) {
    var text = texts.get(file);
    if (text == null) {
      throw new BrokenMapping(
          file.toString(),
          "This mapping is missing.",
          "Put it back, or set SHOPBOOKS_MAPPINGS to the folder of your mappings.");
    }
    return text;
  }

  // What says nothing is left out, so that a bookkeeper reads only what is there.
  private static boolean says(JsonNode value) {
    var emptyText = value.isTextual() && value.textValue().isEmpty();
    var emptyList = value.isContainerNode() && value.isEmpty();
    return !value.isNull() && !emptyText && !emptyList;
  }
}
