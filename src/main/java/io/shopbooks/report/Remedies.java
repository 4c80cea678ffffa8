package io.shopbooks.report;

import io.shopbooks.books.Reason;
import io.shopbooks.ledger.Hold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What to do about each reason why something is held. */
final class Remedies {

  /** The longest number QuickBooks takes (`quickbooks-online.md` 7.5). */
  private static final int LONGEST_NUMBER = 21;

  /** Found in every company, whatever it is called there (`quickbooks-online.md` 6.6). */
  private static final String UNDEPOSITED = "{ account: Undeposited Funds }";

  private final Words words;
  private final Hold hold;
  private final Reason reason;

  private Remedies(Words words, Hold hold) {
    this.words = words;
    this.hold = hold;
    this.reason = hold.reason();
  }

  static Remedy of(Hold hold, Words words) {
    return new Remedies(words, hold).remedy();
  }

  private Remedy remedy() {
    return switch (reason.why()) {
      case NO_TAX_CODE -> noTaxCode();
      case NO_UNTAXED_CODE -> proposed("taxes", "untaxed").orElseGet(() -> retry(".2"));
      case NO_US_CODE -> noUsCode();
      case ORDER_OF_AN_ORDER -> ignore(told("whole") ? "" : ".2");
      case SEVERAL_ACCOUNTS ->
          told("refund") ? ignore(".2") : edit("per-payment", "sales", "split-payments");
      case NO_PAYMENT_RULE -> edit(UNDEPOSITED, "payments", "methods", gateway());
      case WRONG_ACCOUNT_TYPE -> told("sale") ? otherAccount() : retry(".2");
      case WRONG_ACCOUNT_CURRENCY -> otherAccount();
      case UNKNOWN_PAYMENT_METHOD -> edit("true", "payments", "create-methods");
      case NUMBER_TOO_LONG -> shorterPrefix().orElseGet(() -> ignore(".2"));
      case NUMBERING_DISAGREES -> edit(otherNumbering(), "sales", "number", "by");
      case ROUNDING_TOO_LARGE -> edit(tolerance(), "sales", "rounding-tolerance");
      case BOOKS_CLOSED -> edit("first-open-day", "sync", "closed-books");
      case MAYBE_IN_BOOKS -> ignore(told("document") ? ".2" : "");
      case LIKE_A_WRONG_ONE -> retry(told("number") ? "" : ".2");
      case CUSTOMER_REFUSED -> retry(told("name") ? "" : ".2");
      case NEGATIVE_TOTAL,
          TOO_MANY_LINES,
          REFUND_OF_OLDER_ORDER,
          CHANGED_ON_BOTH_SIDES,
          STATUS_WENT_BACK,
          REFUND_WITHDRAWN,
          DELETED_IN_BOOKS,
          PAYMENT_UNMATCHED,
          PAID_IN_PART,
          REFUND_UNTOLD,
          PAYMENT_WITHDRAWN,
          ORDER_DELETED,
          NEGATIVE_LINE_REFUSED ->
          ignore("");
      default -> retry("");
    };
  }

  private Remedy noTaxCode() {
    return proposed("taxes", "rates", fact("rate"))
        .orElseGet(() -> told("percent") ? retry(".2") : ignore(".3"));
  }

  /** A shop has orders of many places, and each has a code of its own. */
  private Remedy noUsCode() {
    var proposed =
        told("rate") ? proposed("taxes", "rates", fact("rate")) : proposed("taxes", "us-code");
    return proposed.orElseGet(() -> retry(".2"));
  }

  private Optional<Remedy> proposed(String... path) {
    return Facts.of(reason, "proposal").map(code -> edit(Yaml.quoted(code), path));
  }

  /** The rule that decides before all others. */
  private Remedy otherAccount() {
    return edit(UNDEPOSITED, "payments", "methods", gateway() + "/" + fact("sale"));
  }

  private String gateway() {
    return Setting.gateway(reason);
  }

  private Optional<Remedy> shorterPrefix() {
    var prefix = fact("prefix");
    var room = prefix.length() - (fact("number").length() - LONGEST_NUMBER);
    return prefix.isEmpty() || room < 0
        ? Optional.empty()
        : Optional.of(edit(Yaml.quoted(prefix.substring(0, room)), "sales", "number", "prefix"));
  }

  private String otherNumbering() {
    return fact("by").equals("shop") ? "quickbooks" : "shop";
  }

  private String tolerance() {
    return Facts.money(reason, "difference")
        .map(money -> money.absolute().amount().stripTrailingZeros().toPlainString())
        .orElse("auto");
  }

  private Remedy edit(String value, String... path) {
    var edit = new Remedy.Edit(file(), List.of(path), value);
    return new Remedy(what(""), Optional.of(edit), retryCommand());
  }

  private Remedy retry(String variant) {
    return new Remedy(what(variant), Optional.empty(), retryCommand());
  }

  private Remedy ignore(String variant) {
    var note = words.say(key() + ".note");
    var command = Commands.ignore(hold.connection(), hold.number(), note);
    return new Remedy(what(variant), Optional.empty(), command);
  }

  private String retryCommand() {
    return Commands.retry(hold.connection(), hold.number());
  }

  private String what(String variant) {
    var facts = new LinkedHashMap<>(words.rendered(reason));
    facts.put("file", file());
    facts.put("anew", Commands.retryAsNew(hold.connection(), hold.number()));
    return words.sayExactly(key() + ".remedy" + variant, facts);
  }

  private String key() {
    return "why." + reason.why().word();
  }

  private String file() {
    return file(hold.connection());
  }

  /** Where the choices of a connection stand. */
  static String file(String connection) {
    return "mappings/connections/" + connection + ".yaml";
  }

  private boolean told(String fact) {
    return !fact(fact).isEmpty();
  }

  private String fact(String name) {
    return Facts.of(reason, name).orElse("");
  }
}
