package io.shopbooks.console;

import io.shopbooks.connections.Said;
import io.shopbooks.setup.Choice;
import io.shopbooks.setup.Offers.Offer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of the page that sets up a connection. */
final class SetUpFields {

  /** As somebody sets up a shop, from what is asked first to what is asked last. */
  private static final List<String> SECTIONS =
      List.of(
          "shop", "sync", "taxes", "payments", "sales", "credits", "products", "stock", "report");

  /** Keys of the section shop that are typed and never shown. */
  static final List<String> SECRETS =
      Stream.concat(NewConnectionPage.WOOCOMMERCE.stream(), NewConnectionPage.WIX.stream())
          .toList();

  private static final List<List<String>> WOOCOMMERCE = List.of(List.of("shop", "url"));
  private static final List<List<String>> WIX =
      List.of(
          List.of("shop", "site-id"),
          List.of("shop", "app-public-key"),
          List.of("shop", "instance-id"));
  private static final List<List<String>> GENERAL =
      List.of(
          List.of("sync", "time-zone"),
          List.of("sync", "start-date"),
          List.of("sync", "schedule"),
          List.of("sales", "number", "prefix"));

  /** What an owner decides on the first day, each with what it can be. */
  private static final Map<List<String>, List<String>> CLOSED = new LinkedHashMap<>();

  static {
    CLOSED.put(List.of("report", "language"), List.of("en", "fr"));
    CLOSED.put(List.of("report", "send"), List.of("every-sync", "daily", "when-held", "never"));
    CLOSED.put(List.of("sales", "document"), List.of("sales-receipt", "invoice"));
    CLOSED.put(
        List.of("credits", "document"), List.of("auto", "refund-receipt", "credit-memo", "none"));
    CLOSED.put(List.of("products", "create"), List.of("never", "sold", "all"));
    CLOSED.put(List.of("taxes", "mode"), List.of("mapped", "automated", "item", "none"));
    CLOSED.put(List.of("stock", "enabled"), List.of("true", "false"));
  }

  private static final List<List<String>> LISTS =
      List.of(List.of("sales", "statuses"), List.of("report", "to"));

  private SetUpFields() {}

  /**
   * A field.
   *
   * @param path of its key, to be sent back
   * @param key as settings are named
   * @param word a message word: what is asked
   * @param about what of the shop it is about; may be empty
   * @param value what the file says
   * @param options names to choose from; may be empty
   * @param closed whether it can be nothing but one of them
   * @param suggested a name to tick; absent: none, or the file says it already
   * @param because a message word: why that name
   */
  record Field(
      String path,
      String key,
      String word,
      String about,
      String value,
      boolean list,
      List<String> options,
      boolean closed,
      Optional<String> suggested,
      String because) {

    /** The part of the file it stands in: "sales". */
    public String section() {
      return key.replaceFirst("[.].*", "");
    }
  }

  /**
   * A secret.
   *
   * @param kept a message word: where it comes from
   */
  record Secret(String key, String kept) {}

  static List<Secret> secrets(Said said) {
    var keys = isWix(said) ? NewConnectionPage.WIX : NewConnectionPage.WOOCOMMERCE;
    return keys.stream()
        .map(key -> new Secret(key, word(said.kept(List.of("shop", key)).name())))
        .toList();
  }

  private static boolean isWix(Said said) {
    return said.text(List.of("shop", "kind")).equals("wix");
  }

  static List<Field> of(Said said, Offer offer) {
    var fields = new ArrayList<Field>();
    Stream.concat((isWix(said) ? WIX : WOOCOMMERCE).stream(), GENERAL.stream())
        .forEach(path -> fields.add(general(path, said, options(path, offer), false)));
    CLOSED.forEach(
        (path, options) -> {
          if (!said.isSection(path)) {
            fields.add(closed(path, said, options(options, said.text(path), offer)));
          }
        });
    LISTS.forEach(path -> fields.add(general(path, said, options(path, offer), true)));
    offer.choices().stream()
        .filter(choice -> !said.isSection(choice.path()))
        .forEach(choice -> fields.add(field(choice, said)));
    fields.sort(Comparator.comparingInt(field -> SECTIONS.indexOf(field.section())));
    return fields;
  }

  private static List<String> options(List<String> path, Offer offer) {
    return switch (path.get(path.size() - 1)) {
      case "time-zone" -> ZoneId.getAvailableZoneIds().stream().sorted().toList();
      case "statuses" -> List.copyOf(offer.statuses());
      default -> List.of();
    };
  }

  /** Automated sales tax is for US companies; what the file says is shown in any case. */
  private static List<String> options(List<String> options, String said, Offer offer) {
    var fit =
        options.stream()
            .filter(one -> !one.equals("automated") || offer.american() || said.equals(one));
    return said.isEmpty() || options.contains(said)
        ? fit.toList()
        : Stream.concat(Stream.of(said), fit).toList();
  }

  private static Field closed(List<String> path, Said said, List<String> options) {
    return new Field(
        String.join(SetUpForm.BETWEEN, path),
        String.join(".", path),
        String.join("-", path),
        "",
        said.text(path),
        false,
        options,
        true,
        Optional.empty(),
        "");
  }

  private static Field general(List<String> path, Said said, List<String> options, boolean list) {
    return new Field(
        String.join(SetUpForm.BETWEEN, path),
        String.join(".", path),
        path.get(path.size() - 1),
        "",
        said.text(path),
        list,
        options,
        false,
        Optional.empty(),
        "");
  }

  private static Field field(Choice choice, Said said) {
    var value = said.text(choice.path());
    var suggestion = choice.suggestion().filter(one -> !one.name().equals(value));
    return new Field(
        String.join(SetUpForm.BETWEEN, choice.path()),
        choice.key(),
        asked(choice.path()),
        choice.about(),
        value,
        false,
        choice.options(),
        false,
        suggestion.map(Choice.Suggestion::name),
        suggestion.map(one -> word(one.because().name())).orElse(""));
  }

  private static String asked(List<String> path) {
    return switch (path.get(1)) {
      case "rates" -> "rate";
      case "methods" -> "gateway-" + path.get(path.size() - 1);
      case "fees" -> "fee-account";
      default -> path.get(path.size() - 1);
    };
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
