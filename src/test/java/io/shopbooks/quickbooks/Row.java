package io.shopbooks.quickbooks;

import io.shopbooks.books.Why;
import java.time.Duration;
import java.util.List;

/**
 * One row of the fact sheet's table of errors (`quickbooks-online.md` 9.2), and what the product
 * must do about it.
 *
 * @param status of HTTP that comes with the code
 * @param pause at least so much time must pass before the document is in the books
 * @param atLast why it is held when the error never ends; for {@link Does#HOLD} at once
 */
record Row(int status, String code, Does does, Duration pause, Why atLast) {

  /** What the row asks for. */
  enum Does {
    /** The document goes again by itself, unchanged or mended, or is found to be there. */
    POST,
    /** A person must decide about the document. */
    HOLD,
    /** A person must sign in. */
    SIGN_IN,
    /** A person must act in QuickBooks. */
    STOP,
    /** The company is left alone for long; the next sync goes on. */
    REST
  }

  private static final Duration NONE = Duration.ZERO;

  static final List<Row> TABLE =
      List.of(
          posts(401, "3200", NONE, null),
          posts(401, "3202", NONE, null),
          signIn(403, "3100"),
          signIn(403, "120"),
          signIn(401, "100"),
          signIn(401, "110"),
          posts(400, "130", Duration.ofSeconds(30), Why.KEEPS_FAILING),
          rests(503, "140"),
          rests(503, "150"),
          posts(429, "3001", Duration.ofSeconds(60), null),
          holds("500", Why.REFUSED),
          posts(400, "600", NONE, Why.KEEPS_FAILING),
          posts(400, "610", NONE, Why.REFERENCE_GONE),
          holds("620", Why.REFUSED),
          posts(400, "630", NONE, Why.KEEPS_FAILING),
          posts(400, "1040", NONE, Why.KEEPS_FAILING),
          holds("2010", Why.REFUSED),
          holds("2020", Why.REFUSED),
          posts(400, "2030", NONE, Why.REFERENCE_GONE),
          posts(400, "2500", NONE, Why.REFERENCE_GONE),
          posts(400, "2040", NONE, Why.REFUSED),
          posts(400, "2050", NONE, Why.REFUSED),
          holds("2090", Why.REFUSED),
          holds("2100", Why.REFUSED),
          holds("2110", Why.REFUSED),
          holds("2120", Why.REFUSED),
          holds("2130", Why.REFUSED),
          holds("2140", Why.REFUSED),
          holds("2150", Why.REFUSED),
          holds("2160", Why.REFUSED),
          holds("2240", Why.REFUSED),
          posts(400, "2290", NONE, Why.NEGATIVE_LINE_REFUSED),
          holds("2170", Why.REFUSED),
          posts(400, "2210", NONE, Why.REFUSED),
          holds("2220", Why.CURRENCY_NOT_ALLOWED),
          holds("2600", Why.REFUSED),
          posts(400, "3000", NONE, Why.REFUSED),
          posts(400, "4000", NONE, Why.REFUSED),
          holds("4001", Why.REFUSED),
          posts(400, "4002", Duration.ofSeconds(30), Why.KEEPS_FAILING),
          posts(400, "5010", NONE, Why.REFUSED),
          holds("5020", Why.NOT_PERMITTED),
          holds("5030", Why.NOT_PERMITTED),
          holds("6000", Why.REFUSED),
          holds("6030", Why.REFUSED),
          holds("6041", Why.REFUSED),
          posts(400, "6070", NONE, Why.REFUSED),
          holds("6090", Why.REFUSED),
          holds("6100", Why.TAX_CODE_REFUSED),
          posts(400, "6140", NONE, Why.KEEPS_FAILING),
          holds("6160", Why.TAX_CODE_REFUSED),
          holds("6230", Why.TAX_CODE_REFUSED),
          holds("6170", Why.TAX_CODE_REFUSED),
          holds("6470", Why.TAX_CODE_REFUSED),
          stops("6190"),
          holds("6200", Why.BOOKS_CLOSED),
          holds("6210", Why.BOOKS_CLOSED),
          holds("6240", Why.CUSTOMER_REFUSED),
          posts(400, "6250", NONE, Why.REFERENCE_GONE),
          holds("6270", Why.INVENTORY_REFUSED),
          holds("6520", Why.INVENTORY_REFUSED),
          holds("6430", Why.WRONG_ACCOUNT_TYPE),
          holds("6440", Why.REFUSED),
          holds("6450", Why.LOCKED_IN_BOOKS),
          holds("6480", Why.LOCKED_IN_BOOKS),
          holds("6540", Why.LOCKED_IN_BOOKS),
          posts(400, "6420", NONE, Why.REFUSED),
          posts(500, "10000", NONE, Why.KEEPS_FAILING),
          stops("10200"));

  /** Those that come from the gateway, in any of its shapes (`quickbooks-online.md` 9.1). */
  boolean isOfGateway() {
    return List.of(401, 403, 429).contains(status);
  }

  private static Row posts(int status, String code, Duration pause, Why atLast) {
    return new Row(status, code, Does.POST, pause, atLast);
  }

  private static Row holds(String code, Why why) {
    return new Row(400, code, Does.HOLD, NONE, why);
  }

  private static Row signIn(int status, String code) {
    return new Row(status, code, Does.SIGN_IN, NONE, null);
  }

  private static Row stops(String code) {
    return new Row(400, code, Does.STOP, NONE, null);
  }

  private static Row rests(int status, String code) {
    return new Row(status, code, Does.REST, Duration.ofMinutes(15), null);
  }

  @Override
  public String toString() {
    return status + "/" + code;
  }
}
