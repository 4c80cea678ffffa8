package io.shopbooks.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Puts values from outside into the texts of a file: {@code ${NAME}} and {@code ${NAME:default}}
 * from the environment, {@code ${secret:NAME}} from the encrypted store.
 */
@Component
final class Interpolation {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^{}]*)}");
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_.-]*";
  private static final Pattern SECRET = Pattern.compile("secret:(" + NAME + ")");
  private static final Pattern VARIABLE =
      Pattern.compile("(?!secret:)(" + NAME + ")(?::(.*))?", Pattern.DOTALL);

  private final Environment environment;
  private final SecretLookup secrets;

  Interpolation(Environment environment, SecretLookup secrets) {
    this.environment = environment;
    this.secrets = secrets;
  }

  /** Whether it can stand between the braces. */
  static boolean isName(String text) {
    return text.matches(NAME);
  }

  /**
   * A text with its values.
   *
   * @param references what stood in the text: {@code ${NAME}}; never a value or a default
   */
  record Filled(String text, List<String> references) {}

  /** A reference has no value, or is none. */
  static final class Unfilled extends RuntimeException {
    private final String word;
    private final String name;

    private Unfilled(String word, String name) {
      super(word);
      this.word = word;
      this.name = Quoted.orNothing(name);
    }

    /** By which the finding has its sentences. */
    String word() {
      return word;
    }

    /** That they tell. */
    Map<String, Object> facts() {
      return Map.of("name", name);
    }
  }

  /**
   * @throws Unfilled if a reference has no value, or is none
   */
  Filled fill(String text) {
    if (REFERENCE.matcher(text).replaceAll("").contains("${")) {
      throw new Unfilled("reference-open", "");
    }
    var references = new ArrayList<String>();
    var filled =
        REFERENCE
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), references)));
    return new Filled(filled, List.copyOf(references));
  }

  private String value(String inner, List<String> references) {
    var secret = SECRET.matcher(inner);
    if (secret.matches()) {
      references.add("${" + inner + "}");
      return secret(secret.group(1));
    }
    var variable = VARIABLE.matcher(inner);
    if (!variable.matches()) {
      throw new Unfilled("reference-unnamed", "");
    }
    references.add("${" + variable.group(1) + "}");
    return variable(variable.group(1), variable.group(2));
  }

  private String variable(String name, String byDefault) {
    var value = environment.getProperty(name);
    if (value == null && byDefault == null) {
      throw new Unfilled("variable-missing", name);
    }
    return value == null ? byDefault : value;
  }

  private String secret(String name) {
    try {
      return secrets.find(name).orElseThrow(() -> new Unfilled("secret-missing", name));
    } catch (SecretLookup.Unreadable e) {
      throw new Unfilled("secret-unreadable", name);
    }
  }
}
