package io.shopbooks.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Routes as boxes, each behind those that call it, with lines between them.
 *
 * @param width of the picture, in its own units
 */
record RoutePicture(int width, int height, List<Box> boxes, List<String> lines) {

  static final int BOX_WIDTH = 190;
  static final int BOX_HEIGHT = 46;
  private static final int COLUMN = BOX_WIDTH + 60;
  private static final int ROW = BOX_HEIGHT + 18;

  /**
   * @param x of its left upper corner
   * @param failing whether some of what went through it failed
   */
  record Box(String route, int x, int y, boolean failing) {}

  /**
   * @param calls which routes each route calls, in the order in which they are to stand
   */
  static RoutePicture of(Map<String, Set<String>> calls, Set<String> failing) {
    var columns = new LinkedHashMap<String, Integer>();
    calls.keySet().forEach(route -> columns.put(route, 0));
    // As often as there are routes is enough, also where routes call each other in circles.
    for (int i = 0; i < Math.min(calls.size(), 12); i++) {
      calls.forEach(
          (route, called) ->
              called.stream()
                  .filter(columns::containsKey)
                  .filter(other -> !other.equals(route))
                  .forEach(other -> columns.merge(other, columns.get(route) + 1, Math::max)));
    }
    return placed(calls, columns, failing);
  }

  private static RoutePicture placed(
      Map<String, Set<String>> calls, Map<String, Integer> columns, Set<String> failing) {
    var filled = new TreeMap<Integer, Integer>();
    var boxes = new HashMap<String, Box>();
    var ordered = new ArrayList<Box>();
    columns.forEach(
        (route, column) -> {
          var row = filled.merge(column, 1, Integer::sum) - 1;
          var box = new Box(route, column * COLUMN + 2, row * ROW + 2, failing.contains(route));
          boxes.put(route, box);
          ordered.add(box);
        });
    var lines = new ArrayList<String>();
    calls.forEach(
        (route, called) ->
            called.stream()
                .filter(boxes::containsKey)
                .forEach(other -> lines.add(line(boxes.get(route), boxes.get(other)))));
    var width = filled.isEmpty() ? 0 : filled.lastKey() * COLUMN + BOX_WIDTH + 4;
    var height = filled.values().stream().mapToInt(rows -> rows * ROW).max().orElse(0);
    return new RoutePicture(width, height, List.copyOf(ordered), List.copyOf(lines));
  }

  private static String line(Box from, Box to) {
    var x1 = from.x() + BOX_WIDTH;
    var y1 = from.y() + BOX_HEIGHT / 2;
    var y2 = to.y() + BOX_HEIGHT / 2;
    return "M%d %d C%d %d %d %d %d %d".formatted(x1, y1, x1 + 30, y1, to.x() - 30, y2, to.x(), y2);
  }
}
