package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.shop.WixSale.Joined;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/** The sales of rows whose orders are not there, or do not know of them. */
final class WixAlone {

  private static final Comparator<JsonNode> BY_TIME =
      Comparator.comparing(WixRow::created).thenComparing(WixRow::id);

  private final Collection<JsonNode> rows;
  private final WixNearby nearby;
  private final WixPatience patience;

  /**
   * @param rows those that are known; may become more
   */
  WixAlone(Collection<JsonNode> rows, WixNearby nearby, WixPatience patience) {
    this.rows = rows;
    this.nearby = nearby;
    this.patience = patience;
  }

  /** Without its order the row tells all there is, now or later. */
  WixSale withoutOrder(JsonNode row, Joined joined) {
    var id = isFurther(row) ? WixRow.id(row) : WixApps.saleOf(row);
    return WixRow.alone(id, row, joined == Joined.WHOLE ? patience.whole(row) : joined);
  }

  /** The same of a row that must have an order on the platform, or may have one there. */
  WixSale ofPlatform(JsonNode row, boolean must, boolean may) {
    var at = WixRow.created(row);
    if (!WixRow.holdsMoney(row) || !must && !(may && patience.mayBeLate(at))) {
      return withoutOrder(row, Joined.WHOLE);
    }
    return withoutOrder(row, must ? patience.missing(at) : Joined.WAITING);
  }

  /** Money that its order does not know of must not hide behind that order. */
  WixSale unknownToOrder(JsonNode row) {
    var joined = WixRow.holdsMoney(row) ? patience.missing(WixRow.created(row)) : Joined.WHOLE;
    return WixRow.alone(WixRow.id(row), row, joined);
  }

  /** One sale tells one payment: of several for the same order the first has the order's id. */
  private boolean isFurther(JsonNode row) {
    var sale = WixApps.saleOf(row);
    return WixRow.holdsMoney(row)
        && !sale.equals(WixRow.id(row))
        && Stream.concat(rows.stream(), nearby.around(WixRow.created(row)).stream())
            .filter(other -> WixApps.saleOf(other).equals(sale))
            .filter(WixRow::holdsMoney)
            .anyMatch(other -> BY_TIME.compare(other, row) < 0);
  }
}
