package io.shopbooks.quickbooks;

import io.shopbooks.books.Why;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The table of `quickbooks-online.md` 9.2, code by code. Codes that are not in it are held: an
 * unknown failure is never repeated by itself.
 */
final class Reactions {

  private static final Duration MAINTENANCE = Duration.ofMinutes(15);

  private Reactions() {}

  /**
   * What an answer as a whole asks for: the most urgent of its errors. An answer that is good, that
   * never came, or that says nothing we can read asks to look closer.
   */
  static Reaction toAnswer(Answer answer, Duration throttlePause) {
    var faults = Faults.in(answer);
    if (faults.isEmpty()) {
      return answer.isGood() || answer.status() == 0
          ? new Reaction.Ask()
          : byStatus(answer.status(), throttlePause);
    }
    return mostUrgent(faults, throttlePause);
  }

  /** Several errors may come at once: what concerns the company goes before the document. */
  static Reaction mostUrgent(List<Fault> faults, Duration throttlePause) {
    return faults.stream()
        .map(fault -> to(fault, throttlePause))
        .min(Comparator.comparingInt(Reactions::urgency))
        .orElseThrow();
  }

  private static int urgency(Reaction reaction) {
    return URGENCY.indexOf(reaction.getClass());
  }

  private static final List<Class<? extends Reaction>> URGENCY =
      List.of(
          Reaction.SignIn.class,
          Reaction.Stop.class,
          Reaction.NewToken.class,
          Reaction.Rest.class,
          Reaction.Ask.class,
          Reaction.Smaller.class,
          Reaction.Hold.class,
          Reaction.Later.class,
          Reaction.Mend.class);

  static Reaction to(Fault fault, Duration throttlePause) {
    if (fault.code() == 0) {
      return byStatus(fault.status(), throttlePause);
    }
    return switch (fault.code()) {
      case 3200, 3202 -> new Reaction.NewToken();
      case 100, 110, 120, 3100 -> new Reaction.SignIn();
      case 130 -> new Reaction.Later();
      case 140, 150 -> new Reaction.Rest(MAINTENANCE);
      case 3001 -> new Reaction.Rest(throttlePause);
      case 6190, 10200 -> new Reaction.Stop();
      case 1040 -> new Reaction.Smaller();
      case 600, 630, 6140, 10000 -> new Reaction.Ask();
      case 4002 -> new Reaction.Later();
      case 2040, 4000 -> new Reaction.Mend(Repair.PLAIN_CHARACTERS, Why.REFUSED);
      case 2050 -> new Reaction.Mend(Repair.SHORTEN, Why.REFUSED);
      case 2210 -> new Reaction.Mend(Repair.NO_EMAIL, Why.REFUSED);
      case 2290 -> new Reaction.Mend(Repair.NET_LINES, Why.NEGATIVE_LINE_REFUSED);
      case 3000 -> new Reaction.Mend(Repair.NO_CUSTOM_FIELDS, Why.REFUSED);
      case 6070 -> new Reaction.Mend(Repair.ONE_PIECE, Why.REFUSED);
      case 6420 -> new Reaction.Mend(Repair.NO_DELIVERY, Why.REFUSED);
      case 610, 2030, 2500, 6250 -> new Reaction.Mend(Repair.NEW_REFERENCES, Why.REFERENCE_GONE);
      case 5010 -> new Reaction.Mend(Repair.REBASE, Why.REFUSED);
      case 2220 -> new Reaction.Hold(Why.CURRENCY_NOT_ALLOWED);
      case 5020, 5030 -> new Reaction.Hold(Why.NOT_PERMITTED);
      case 6100, 6160, 6170, 6230, 6470 -> new Reaction.Hold(Why.TAX_CODE_REFUSED);
      case 6200, 6210 -> new Reaction.Hold(Why.BOOKS_CLOSED);
      case 6240 -> new Reaction.Hold(Why.CUSTOMER_REFUSED);
      case 6270, 6520 -> new Reaction.Hold(Why.INVENTORY_REFUSED);
      case 6430 -> new Reaction.Hold(Why.WRONG_ACCOUNT_TYPE);
      case 6450, 6480, 6540 -> new Reaction.Hold(Why.LOCKED_IN_BOOKS);
      default -> new Reaction.Hold(Why.REFUSED);
    };
  }

  /** Answers without a code we can read. */
  private static Reaction byStatus(int status, Duration throttlePause) {
    return switch (status) {
      case 401 -> new Reaction.NewToken();
      case 403 -> new Reaction.SignIn();
      case 408 -> new Reaction.Ask();
      case 413 -> new Reaction.Smaller();
      case 429 -> new Reaction.Rest(throttlePause);
      // A page that is not QuickBooks' own word about a document holds none.
      default -> status >= 500 ? new Reaction.Ask() : new Reaction.Later();
    };
  }
}
