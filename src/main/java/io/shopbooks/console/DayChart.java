package io.shopbooks.console;

import io.shopbooks.ledger.SalesByDay.OfDay;
import io.shopbooks.ledger.Standing.State;
import io.shopbooks.report.Words;
import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The orders of some days as bars, in units of a picture 720 wide and 170 high.
 *
 * @param days each day, the newest last
 * @param top how many orders the highest bar may be
 */
record DayChart(List<Day> days, String top, String first, String last) {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 130;

  /**
   * @param bars upwards
   * @param money in the books
   */
  record Day(
      String date, List<Bar> bars, String inBooks, String onTheWay, String held, String money) {

    /** Whether there was any order. */
    public boolean isEmpty() {
      return bars.isEmpty();
    }
  }

  /**
   * @param look which kind it is: in-books, way, held
   * @param title for people who point at it
   */
  record Bar(String look, int x, int y, int width, int height, String title) {}

  /** The days from the first to the last, both included. */
  static DayChart of(List<OfDay> counts, LocalDate first, LocalDate last, Words words) {
    Map<LocalDate, List<OfDay>> byDay =
        counts.stream()
            .collect(Collectors.groupingBy(OfDay::day, TreeMap::new, Collectors.toList()));
    var most = Math.max(1, byDay.values().stream().mapToInt(day -> shown(day)).max().orElse(1));
    var days = new ArrayList<Day>();
    var dates = first.datesUntil(last.plusDays(1)).toList();
    for (int i = 0; i < dates.size(); i++) {
      var x = WIDTH * i / dates.size();
      var width = Math.max(2, WIDTH / dates.size() - 3);
      days.add(
          day(dates.get(i), byDay.getOrDefault(dates.get(i), List.of()), x, width, most, words));
    }
    return new DayChart(List.copyOf(days), words.number(most), words.date(first), words.date(last));
  }

  private static Day day(
      LocalDate date, List<OfDay> orders, int x, int width, int most, Words words) {
    var bars = new ArrayList<Bar>();
    var floor = HEIGHT;
    for (var state : List.of(State.IN_BOOKS, State.ON_THE_WAY, State.HELD)) {
      var count = count(orders, state);
      if (count > 0) {
        var height = Math.max(2, HEIGHT * count / most);
        floor -= height;
        var title = words.date(date) + ": " + words.number(count);
        bars.add(new Bar(look(state), x, floor + 20, width, height, title));
      }
    }
    return new Day(
        words.date(date),
        List.copyOf(bars),
        words.number(count(orders, State.IN_BOOKS)),
        words.number(count(orders, State.ON_THE_WAY)),
        words.number(count(orders, State.HELD)),
        words.money(money(orders)));
  }

  private static String look(State state) {
    return state == State.ON_THE_WAY ? "way" : state.word();
  }

  private static int shown(List<OfDay> orders) {
    return count(orders, State.IN_BOOKS)
        + count(orders, State.ON_THE_WAY)
        + count(orders, State.HELD);
  }

  private static int count(List<OfDay> orders, State state) {
    return orders.stream().filter(o -> o.state() == state).mapToInt(OfDay::count).sum();
  }

  private static List<Money> money(List<OfDay> orders) {
    return orders.stream().filter(o -> o.state() == State.IN_BOOKS).map(OfDay::money).toList();
  }
}
