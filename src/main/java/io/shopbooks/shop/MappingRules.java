package io.shopbooks.shop;

import com.schibsted.spt.data.jslt.parser.JsltParser;
import com.schibsted.spt.data.jslt.parser.JsltParserConstants;
import com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants;
import com.schibsted.spt.data.jslt.parser.ParseException;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import com.schibsted.spt.data.jslt.parser.Token;
import com.schibsted.spt.data.jslt.parser.TokenMgrError;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a mapping may not do: calculate, or compare amounts. JSLT calculates in floating point, and
 * the sums of an order are checked where they are exact.
 */
final class MappingRules {

  private static final Set<String> NUMBER_FUNCTIONS =
      Set.of(
          "number", "round", "floor", "ceiling", "random", "sum", "mod", "min", "max", "hash-int");
  private static final Set<Integer> WORDS =
      Set.of(
          JsltParserConstants.STRING,
          JsltParserConstants.TRUE,
          JsltParserConstants.FALSE,
          JsltParserConstants.NULL);
  private static final Pattern AMOUNT = Pattern.compile("\"\\s*[-+]?[0-9.,]+\\s*\"");
  private static final Pattern LINE = Pattern.compile("line (\\d+)");
  private static final String REMEDY =
      "Pass the shop's values on as they are; Shopbooks adds, compares and rounds them exactly.";

  private final Path file;

  private MappingRules(Path file) {
    this.file = file;
  }

  /**
   * Reads one file by JSLT's own grammar and holds it against the rules.
   *
   * @throws BrokenMapping with file and line of the first offence
   */
  static void check(Path file, String text) {
    new MappingRules(file).check(tree(file, text));
  }

  private void check(SimpleNode node) {
    switch (node.getId()) {
      case JsltParserTreeConstants.JJTADDITIVEOPERATOR,
          JsltParserTreeConstants.JJTMULTIPLICATIVEOPERATOR ->
          refuse(node, "calculates with '" + node.jjtGetFirstToken().image + "'");
      case JsltParserTreeConstants.JJTCOMPARATIVEEXPR -> checkComparison(node);
      case JsltParserTreeConstants.JJTFUNCTIONCALL -> checkCall(node);
      default -> {}
    }
    for (var i = 0; i < node.jjtGetNumChildren(); i++) {
      check((SimpleNode) node.jjtGetChild(i));
    }
  }

  private void checkCall(SimpleNode call) {
    var function = call.jjtGetFirstToken().image;
    if (NUMBER_FUNCTIONS.contains(function)) {
      refuse(call, "calculates with " + function + "()");
    }
  }

  // A field may be asked whether it is this word, true, false or null; nothing else is harmless.
  private void checkComparison(SimpleNode node) {
    if (node.jjtGetNumChildren() == 1) {
      return;
    }
    var operator = ((SimpleNode) node.jjtGetChild(1)).jjtGetFirstToken();
    var equality =
        operator.kind == JsltParserConstants.EQUALS
            || operator.kind == JsltParserConstants.UNEQUALS;
    if (!equality || !(isWord(node, 0) || isWord(node, 2))) {
      refuse(node, "compares values with '" + operator.image + "'");
    }
  }

  private static boolean isWord(SimpleNode comparison, int side) {
    var node = (SimpleNode) comparison.jjtGetChild(side);
    var token = node.jjtGetFirstToken();
    var alone = token == node.jjtGetLastToken();
    return alone && WORDS.contains(token.kind) && !AMOUNT.matcher(token.image).matches();
  }

  private void refuse(SimpleNode node, String offence) {
    throw new BrokenMapping(
        file + ":" + node.jjtGetFirstToken().beginLine,
        "This mapping " + offence + ", and mappings never calculate or compare amounts.",
        REMEDY);
  }

  private static SimpleNode tree(Path file, String text) {
    var parser =
        new JsltParser(new StringReader(text)) {
          SimpleNode root() {
            return (SimpleNode) jjtree.rootNode();
          }
        };
    try {
      parser.Module();
      return parser.root();
    } catch (ParseException e) {
      throw unparsable(file, e.currentToken.next, e.getMessage());
    } catch (TokenMgrError e) {
      var line = LINE.matcher(e.getMessage());
      throw unparsable(file + (line.find() ? ":" + line.group(1) : ""), e.getMessage());
    }
  }

  private static BrokenMapping unparsable(Path file, Token token, String message) {
    return unparsable(file + ":" + token.beginLine, message);
  }

  private static BrokenMapping unparsable(String place, String message) {
    var firstLine = message.lines().findFirst().orElse("unknown").strip();
    return new BrokenMapping(
        place,
        "This is not JSLT: " + firstLine + ".",
        "Correct this line, or put the last working copy of the file back.");
  }
}
