package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Query parameters, checked the way WordPress checks them: everything wrong is gathered, and {@link
 * #check} refuses it together (`woocommerce.md` 10). Unknown ones are ignored.
 */
final class Parameters {

  private final Map<String, String> given;
  private final Map<String, String[]> wrong = new LinkedHashMap<>();

  Parameters(Map<String, String> given) {
    this.given = given;
  }

  String text(String name) {
    return given.getOrDefault(name, "");
  }

  boolean flag(String name) {
    var text = text(name);
    if (!List.of("", "true", "false", "1", "0").contains(text)) {
      wrong(name, "rest_invalid_type", name + " is not of type boolean.");
    }
    return text.equals("true") || text.equals("1");
  }

  OptionalInt number(String name) {
    if (!given.containsKey(name)) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(text(name)));
    } catch (NumberFormatException e) {
      wrong(name, "rest_invalid_type", name + " is not of type integer.");
      return OptionalInt.empty();
    }
  }

  int atLeastOne(String name) {
    var number = number(name).orElse(1);
    if (number < 1) {
      wrong(name, "rest_out_of_bounds", name + " must be greater than or equal to 1");
    }
    return number;
  }

  int between(String name, int least, int most, int otherwise) {
    var number = number(name).orElse(otherwise);
    if (number < least || number > most) {
      wrong(
          name,
          "rest_out_of_bounds",
          "%s must be between %d (inclusive) and %d (inclusive)".formatted(name, least, most));
    }
    return number;
  }

  String oneOf(String name, List<String> allowed) {
    var text = given.getOrDefault(name, allowed.get(0));
    if (!allowed.contains(text)) {
      wrong(name, "rest_not_in_enum", notOneOf(name, allowed));
    }
    return text;
  }

  /** A list: "a,b", or name[]=a and name[0]=b. */
  List<String> list(String name) {
    var items = new ArrayList<String>();
    given.forEach(
        (key, value) -> {
          if (key.equals(name)) {
            Arrays.stream(value.split(",")).map(String::strip).forEach(items::add);
          } else if (key.startsWith(name + "[")) {
            items.add(value);
          }
        });
    items.removeIf(String::isEmpty);
    return items;
  }

  List<String> listOf(String name, List<String> allowed) {
    var items = list(name);
    for (var i = 0; i < items.size(); i++) {
      if (!allowed.contains(items.get(i))) {
        wrong(name, "rest_not_in_enum", notOneOf(name + "[" + i + "]", allowed));
      }
    }
    return items;
  }

  List<Integer> ids(String name) {
    var ids = new ArrayList<Integer>();
    for (var item : list(name)) {
      try {
        ids.add(Integer.valueOf(item));
      } catch (NumberFormatException e) {
        wrong(name, "rest_invalid_type", name + "[0] is not of type integer.");
      }
    }
    return ids;
  }

  /** A time bound, or null if none is given. */
  TimeBound time(String name, boolean gmt, ZoneId shopZone) {
    if (text(name).isEmpty()) {
      return null;
    }
    var bound = TimeBound.read(text(name), gmt, shopZone);
    if (bound.isEmpty()) {
      wrong(name, "rest_invalid_date", "Invalid date.");
    }
    return bound.orElse(null);
  }

  void wrong(String name, String code, String message) {
    wrong.putIfAbsent(name, new String[] {code, message});
  }

  /**
   * Goes on if all was right.
   *
   * @throws Refusal rest_invalid_param naming everything that was not
   */
  void check() {
    if (wrong.isEmpty()) {
      return;
    }
    var data = Json.object();
    var params = data.putObject("params");
    var details = data.putObject("details");
    wrong.forEach(
        (name, codeAndMessage) -> {
          params.put(name, codeAndMessage[1]);
          ObjectNode detail = details.putObject(name);
          detail.put("code", codeAndMessage[0]).put("message", codeAndMessage[1]).putNull("data");
        });
    var names = String.join(", ", wrong.keySet());
    throw Refusal.of(400, "rest_invalid_param", "Invalid parameter(s): " + names, data);
  }

  static String notOneOf(String name, List<String> allowed) {
    var last = allowed.size() - 1;
    return "%s is not one of %s, and %s."
        .formatted(name, String.join(", ", allowed.subList(0, last)), allowed.get(last));
  }
}
