package io.shopbooks.console;

import io.shopbooks.books.DocumentKind;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.ListedSale;
import io.shopbooks.ledger.SaleList;
import io.shopbooks.ledger.SaleQuery;
import io.shopbooks.report.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The orders of a connection, searched, filtered and page by page. */
@Controller
@ConditionalOnWebApplication
class SalesPage {

  private static final int ON_PAGE = 50;

  private final Connections connections;
  private final SaleList sales;

  SalesPage(Connections connections, SaleList sales) {
    this.connections = connections;
    this.sales = sales;
  }

  /**
   * What the address asks for; what cannot be understood counts as not asked for.
   *
   * @param after where the page before ended: moment and order, with ~ between them
   */
  record Asked(String q, String state, String kind, String from, String until, String after) {

    Asked {
      q = q == null ? "" : q.strip();
      state = state == null ? "" : state;
      kind = kind == null ? "" : kind;
      from = from == null ? "" : from;
      until = until == null ? "" : until;
      after = after == null ? "" : after;
    }

    SaleQuery query(String connection, ZoneId zone) {
      return new SaleQuery(
          connection,
          q.substring(0, Math.min(q.length(), 100)),
          SaleQuery.State.of(state),
          kind,
          day(from).map(day -> day.atStartOfDay(zone).toInstant()),
          day(until).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
          place(),
          ON_PAGE);
    }

    /** Whether anything but the place is asked for. */
    public boolean isFiltered() {
      return !(q + state + kind + from + until).isEmpty();
    }

    private static Optional<LocalDate> day(String text) {
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeException noDay) {
        return Optional.empty();
      }
    }

    private Optional<SaleQuery.Place> place() {
      try {
        var parts = after.split("~", 2);
        return parts.length < 2
            ? Optional.empty()
            : Optional.of(new SaleQuery.Place(Instant.parse(parts[0]), parts[1]));
      } catch (DateTimeException noMoment) {
        return Optional.empty();
      }
    }
  }

  /**
   * An order as the page shows it.
   *
   * @param state a message word
   * @param tag how its state looks
   */
  record Shown(
      String id,
      String number,
      String date,
      String customer,
      String money,
      String state,
      String tag,
      String because,
      List<String> documents) {}

  @GetMapping("/connections/{name}/sales")
  String show(@PathVariable String name, Asked asked, Locale locale, Model model) {
    var words = Words.in(locale);
    var zone = connections.named(name).choices().zone();
    var found = sales.page(asked.query(name, zone));
    var shown = found.stream().limit(ON_PAGE).toList();
    model.addAttribute("name", name);
    model.addAttribute("asked", asked);
    model.addAttribute("sales", shown.stream().map(sale -> shown(sale, zone, words)).toList());
    model.addAttribute(
        "states", Arrays.stream(SaleQuery.State.values()).map(s -> s.word()).toList());
    model.addAttribute("kinds", Arrays.stream(DocumentKind.values()).map(k -> k.word()).toList());
    model.addAttribute(
        "older", found.size() > ON_PAGE ? address(shown.get(shown.size() - 1).place()) : null);
    return "console/sales";
  }

  private static String address(SaleQuery.Place place) {
    return place.created() + "~" + place.order();
  }

  static Shown shown(ListedSale sale, ZoneId zone, Words words) {
    return new Shown(
        sale.id(),
        sale.number(),
        words.moment(sale.created(), zone),
        sale.customer(),
        words.money(sale.total()),
        sale.state().word(),
        tag(sale.state()),
        sale.because().isEmpty() || sale.state() == SaleQuery.State.HELD
            ? ""
            : words.because(sale.because()),
        sale.documents().stream()
            .map(paper -> (words.kind(paper.kind()) + " " + paper.number()).strip())
            .toList());
  }

  private static String tag(SaleQuery.State state) {
    return switch (state) {
      case IN_BOOKS -> "is-posted";
      case HELD, DOUBTFUL -> "is-held";
      case ON_THE_WAY -> "is-planned";
      case WAITING, LEFT_OUT, IGNORED -> "is-out";
    };
  }
}
