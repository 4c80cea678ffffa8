package io.shopbooks.report;

import io.shopbooks.books.Left;
import io.shopbooks.books.Reason;
import io.shopbooks.ledger.Hold;
import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people read, in English or French: the sentences of {@code words.properties}, and amounts
 * and dates as readers of that language write them. Any other language gets English.
 */
public final class Words {

  private static final Set<String> AMOUNTS =
      Set.of("amount", "difference", "expected", "planned", "posted", "tax", "tolerance", "total");
  private static final Set<String> DAYS = Set.of("closed", "date", "start");
  private static final int LONGEST_FACT = 600;

  private static final Words ENGLISH = new Words(Locale.US);
  // Québec writes dollars as they are written there, and other amounts as France does.
  private static final Words FRENCH = new Words(Locale.CANADA_FRENCH);

  private final Phrases phrases;
  private final Figures figures;

  private Words(Locale locale) {
    this.phrases = new Phrases(locale);
    this.figures =
        new Figures(
            locale,
            phrases.sayExactly("pattern.date", Map.of()),
            phrases.sayExactly("pattern.moment", Map.of()));
  }

  /** The words of a language; only the language of the locale counts. */
  public static Words in(Locale locale) {
    return locale.getLanguage().equals("fr") ? FRENCH : ENGLISH;
  }

  /**
   * A sentence.
   *
   * @throws java.util.MissingResourceException if there is none of this key
   */
  public String say(String key) {
    return phrases.say(key, Map.of());
  }

  /**
   * A sentence with facts as they are kept: amounts, days and fields are put as people write them.
   */
  public String tell(String key, Map<String, String> facts) {
    return phrases.say(key, rendered(facts));
  }

  /** A sentence with facts that are put as they are. */
  public String say(String key, Map<String, String> facts) {
    return phrases.say(key, facts);
  }

  String sayExactly(String key, Map<String, String> facts) {
    return phrases.sayExactly(key, facts);
  }

  /** So many of something: {@code sales} is "1 sale" or "1,043 sales". */
  public String count(String what, long n) {
    return phrases.count("count." + what, number(n), n);
  }

  /** Why something is held, in a few words. */
  public String title(Reason reason) {
    return phrases.say("why." + reason.why().word() + ".title", rendered(reason));
  }

  /** Why something is held, with its facts. */
  public String explanation(Reason reason) {
    return phrases.say("why." + reason.why().word() + ".explanation", rendered(reason));
  }

  /** Why a product of the catalogue is left alone, in a few words. */
  public String title(Left left) {
    return phrases.say("left." + left.why().word() + ".title", Map.of());
  }

  /** Why it is left alone, and what to do about it. */
  public String explanation(Left left) {
    return phrases.say("left." + left.why().word() + ".explanation", rendered(left.facts()));
  }

  /** How much money it is about; what is below zero is at stake as what is above. */
  public String money(Hold hold) {
    return money(Stakes.of(hold.reason(), hold.money()).absolute());
  }

  /** What to do about it. */
  public Remedy remedy(Hold hold) {
    return Remedies.of(hold, this);
  }

  /** Which choice of the connection would mend it by naming something of the company. */
  public Optional<Setting> setting(Hold hold) {
    return Setting.of(hold);
  }

  /** Something about a connection that a person should know or change. */
  public String finding(String word, Map<String, String> facts) {
    return phrases.say("finding." + word + ".what", rendered(facts));
  }

  /** What to do about it. */
  public String findingRemedy(String word, Map<String, String> facts) {
    return phrases.say("finding." + word + ".remedy", rendered(facts));
  }

  /** Why an order is no sale, or not yet. */
  public String because(String word) {
    return phrases.say("because." + word, Map.of());
  }

  /** A kind of document; or "order" or "refund". */
  public String kind(String word) {
    return phrases.say("kind." + word, Map.of());
  }

  /** How far an order or document has got. */
  public String state(String word) {
    return phrases.say("state." + word, Map.of());
  }

  /** What accounts for a difference between shop and books. */
  public String explained(Explained by) {
    return phrases.say("explained." + by.word(), Map.of());
  }

  /** What went wrong with a run as a whole, in a few words. */
  public String troubleTitle(String trouble) {
    return phrases.say(trouble(trouble) + ".title", Map.of());
  }

  /** What went wrong with a run as a whole, and what that means. */
  public String troubleExplanation(String trouble) {
    return phrases.say(trouble(trouble) + ".explanation", Map.of());
  }

  /** What to do about it; at least a command that tries again. */
  public Remedy troubleRemedy(String trouble, String connection) {
    var command =
        trouble.equals("not-signed-in") ? Commands.connect(connection) : Commands.sync(connection);
    return new Remedy(
        phrases.say(trouble(trouble) + ".remedy", Map.of()), Optional.empty(), command);
  }

  /** One that nobody gave words to is told in general words. */
  private String trouble(String word) {
    return phrases.has("trouble." + word + ".title") ? "trouble." + word : "trouble.other";
  }

  /** "$1,234.50", "1 234,50 $ US": exact, with the currency's decimals or more. */
  public String money(Money money) {
    return figures.money(money);
  }

  /** Several currencies side by side: "$12.00 + €3.50". */
  public String money(Collection<Money> amounts) {
    return amounts.stream().map(figures::money).collect(Collectors.joining(" + "));
  }

  /** "1,043", "1 043". */
  public String number(long number) {
    return figures.number(BigDecimal.valueOf(number));
  }

  /** "February 3, 2026", "3 février 2026". */
  public String date(LocalDate day) {
    return figures.date(day);
  }

  /** "August 1, 2026, 3:05 PM", "1 août 2026, 15 h 05". */
  public String moment(Instant moment, ZoneId zone) {
    return figures.moment(moment, zone);
  }

  /** The facts of a reason as readers of this language write them, each on one line. */
  Map<String, String> rendered(Reason reason) {
    return rendered(reason.facts());
  }

  private Map<String, String> rendered(Map<String, String> facts) {
    var rendered = new LinkedHashMap<String, String>();
    facts.forEach((name, value) -> rendered.put(name, rendered(name, value)));
    return rendered;
  }

  private String rendered(String name, String value) {
    if (AMOUNTS.contains(name)) {
      return Facts.money(value).map(figures::money).orElse(value);
    }
    if (DAYS.contains(name)) {
      return day(value);
    }
    if (name.equals("percent")) {
      return figures.percentsIn(value);
    }
    if (name.equals("document") || name.equals("other")) {
      return document(value);
    }
    if (name.equals("fields")) {
      return Stream.of(value.split(", ")).map(this::field).collect(Collectors.joining(", "));
    }
    var word = "fact." + name + "." + value;
    return phrases.has(word) ? phrases.sayExactly(word, Map.of()) : oneLine(value);
  }

  /** "sales-receipt W-108", or "SalesReceipt 42" as QuickBooks calls it, as people do. */
  private String document(String value) {
    var parts = value.split(" ", 2);
    var kind = parts[0].replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    return parts.length == 2 && phrases.has("kind." + kind)
        ? kind(kind) + " " + oneLine(parts[1])
        : oneLine(value);
  }

  /** What people call a field of a document or an item. */
  private String field(String name) {
    var word = "fact.field." + name;
    return phrases.has(word) ? phrases.sayExactly(word, Map.of()) : oneLine(name);
  }

  private String day(String value) {
    try {
      return figures.date(LocalDate.parse(value));
    } catch (DateTimeException noDay) {
      return value;
    }
  }

  private static String oneLine(String text) {
    var line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST_FACT ? line : line.substring(0, LONGEST_FACT) + "…";
  }
}
