package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * The function {@code plain(value)} of mappings: text without HTML tags, its entities decoded once
 * (`woocommerce.md` 11). Numbers become text as they are written; null and lists become null.
 */
final class PlainText implements Function {

  private static final Pattern TAG = Pattern.compile("<!--.*?-->|</?([A-Za-z][A-Za-z0-9]*)[^<>]*>");

  @Override
  public String getName() {
    return "plain";
  }

  @Override
  public int getMinArguments() {
    return 1;
  }

  @Override
  public int getMaxArguments() {
    return 1;
  }

  @Override
  public JsonNode call(JsonNode input, JsonNode[] arguments) {
    var value = arguments[0];
    return value.isNull() || value.isContainerNode()
        ? NullNode.instance
        : TextNode.valueOf(of(value.asText()));
  }

  static String of(String html) {
    var bare = TAG.matcher(html).replaceAll(tag -> isHtml(tag.group(1)) ? "" : quoted(tag.group()));
    return Parser.unescapeEntities(bare, true).strip();
  }

  // "1 Sunset <Blvd>" is an address and no tag (null: a comment).
  private static boolean isHtml(String tag) {
    return tag == null || Tag.isKnownTag(tag.toLowerCase(Locale.ROOT));
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }
}
