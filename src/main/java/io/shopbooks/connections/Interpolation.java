package io.shopbooks.connections;

import java.util.ArrayList;
import java.util.List;
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
  private static final String FORMS = "Write ${NAME}, ${NAME:default} or ${secret:NAME}.";

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
    private final String remedy;

    private Unfilled(String problem, String remedy) {
      super(problem);
      this.remedy = remedy;
    }

    String remedy() {
      return remedy;
    }
  }

  /**
   * @throws Unfilled if a reference has no value, or is none
   */
  Filled fill(String text) {
    if (REFERENCE.matcher(text).replaceAll("").contains("${")) {
      throw new Unfilled("A ${ is not closed, or stands in another.", FORMS);
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
      throw new Unfilled("What stands between ${ and } is not a name.", FORMS);
    }
    references.add("${" + variable.group(1) + "}");
    return variable(variable.group(1), variable.group(2));
  }

  private String variable(String name, String byDefault) {
    var value = environment.getProperty(name);
    if (value == null && byDefault == null) {
      throw new Unfilled(
          Quoted.behind("The environment variable", name) + " has no value.",
          "Set it where Shopbooks is started, or give a default: ${NAME:default}.");
    }
    return value == null ? byDefault : value;
  }

  private String secret(String name) {
    try {
      return secrets
          .find(name)
          .orElseThrow(
              () ->
                  new Unfilled(
                      Quoted.behind("The encrypted store has no secret", name) + ".",
                      "Store it under this name, or take it from the environment: ${NAME}."));
    } catch (SecretLookup.Unreadable e) {
      throw new Unfilled(Quoted.behind("The secret", name) + " cannot be read.", e.getMessage());
    }
  }
}
