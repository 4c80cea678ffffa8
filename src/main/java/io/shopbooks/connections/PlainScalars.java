package io.shopbooks.connections;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What a value without quotes is. As in YAML 1.2 and in editors, and unlike SnakeYAML's own rules
 * of YAML 1.1: off, no and 07:00 are texts, and so is a date.
 */
final class PlainScalars extends Resolver {

  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,30}");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,30}\\.[0-9]{1,30}");

  /** Whether the text is a number here; one with an exponent is a text. */
  static boolean isNumber(String text) {
    return INTEGER.matcher(text).matches() || DECIMAL.matcher(text).matches();
  }

  @Override
  protected void addImplicitResolvers() {
    addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"), "tTfF");
    addImplicitResolver(Tag.INT, INTEGER, "-+0123456789");
    addImplicitResolver(Tag.FLOAT, DECIMAL, "-+0123456789");
    addImplicitResolver(Tag.NULL, Pattern.compile("~|null|Null|NULL"), "~nN\0");
    addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
  }
}
