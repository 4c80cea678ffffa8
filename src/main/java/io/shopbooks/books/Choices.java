package io.shopbooks.books;

import io.shopbooks.sale.Sale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the people of one connection chose about their books, as plain values; the connection file
 * explains each (`docs/choices.md`). Names of items, accounts, tax codes and so on are the names
 * QuickBooks shows.
 *
 * @param zone days of sales, payments and refunds are days in this zone
 * @param startDate orders made before this day are not touched
 */
public record Choices(
    ZoneId zone,
    LocalDate startDate,
    ClosedBooks closedBooks,
    Sales sales,
    Credits credits,
    Products products,
    Taxes taxes,
    Payments payments,
    RateSource rate) {

  /** What becomes of a document dated in a closed period. */
  public enum ClosedBooks {
    /** It waits for a person. */
    HOLD,
    /** It is dated on the first open day, with the true date in its memo. */
    FIRST_OPEN_DAY
  }

  /** Where the exchange rate of a document in a foreign currency comes from. */
  public enum RateSource {
    /** QuickBooks' own rate of the day. */
    QUICKBOOKS,
    /** The order's own, from its meta. */
    ORDER
  }

  /** What an unpaid order in a sales status becomes. */
  public enum Unpaid {
    WAIT,
    INVOICE,
    RECEIPT
  }

  /** When an order that is paid in parts goes to the books. */
  public enum SplitPayments {
    WHEN_PAID,
    PER_PAYMENT
  }

  /** Who numbers the documents. */
  public enum NumberBy {
    SHOP,
    QUICKBOOKS
  }

  /** Whose name the documents carry. */
  public enum CustomerKind {
    ORIGINAL,
    ORGANISATION,
    GENERIC
  }

  /** The two documents a sale can become. */
  public enum SaleDocument {
    SALES_RECEIPT,
    INVOICE
  }

  /** How a credit is booked (DESIGN 7). */
  public enum CreditDocument {
    AUTO,
    CREDIT_MEMO,
    REFUND_RECEIPT,
    NONE
  }

  /** What of an item a shop's SKU is compared with. */
  public enum Match {
    SKU,
    NAME
  }

  /** For which products items are made. */
  public enum Create {
    NEVER,
    SOLD,
    ALL
  }

  /** How tax is booked (DESIGN 7). */
  public enum TaxMode {
    /** By QuickBooks tax codes, with the shop's amounts. */
    MAPPED,
    /** US: by automated sales tax, with the shop's amount. */
    AUTOMATED,
    /** Not at all: line amounts include the tax. */
    NONE,
    /** As a line of its own on an item. */
    ITEM
  }

  /**
   * A rule about the sale's document; the first whose conditions all hold wins. A condition left
   * out holds always.
   */
  public record DocumentRule(
      Set<String> status,
      Set<String> gateway,
      Set<String> role,
      Set<String> country,
      Set<String> currency,
      Optional<BigDecimal> totalFrom,
      Optional<BigDecimal> totalBelow,
      SaleDocument then) {

    boolean fits(Sale sale) {
      var buyer = sale.buyer();
      var total = sale.total().amount();
      return fits(status, sale.status())
          && fits(gateway, sale.payment().gateway())
          && fits(role, buyer.role().orElse(""))
          && fits(country, buyer.billing().country())
          && fits(currency, sale.currency().getCurrencyCode())
          && totalFrom.map(from -> total.compareTo(from) >= 0).orElse(true)
          && totalBelow.map(below -> total.compareTo(below) < 0).orElse(true);
    }

    private static boolean fits(Set<String> allowed, String value) {
      return allowed.isEmpty() || allowed.contains(value);
    }
  }

  /**
   * @param roundingTolerance in units of the currency; absent: (lines + 1) smallest units
   * @param customFields name of the company's custom field to where its value comes from
   */
  public record Sales(
      Set<String> statuses,
      List<DocumentRule> document,
      Unpaid unpaid,
      SplitPayments splitPayments,
      String numberPrefix,
      NumberBy numberBy,
      CustomerKind customer,
      String genericCustomer,
      String defaultItem,
      String shippingItem,
      Optional<String> discountItem,
      String feeItem,
      String tipItem,
      String giftCardItem,
      String roundingItem,
      Optional<BigDecimal> roundingTolerance,
      Optional<String> className,
      Optional<String> location,
      Optional<String> terms,
      Map<String, String> customFields) {}

  public record Credits(CreditDocument document, Set<String> statuses, String adjustmentItem) {}

  /**
   * @param items the SKU of a product, or the shop's id of one that has none ("12/34" of a
   *     variation), to the item it is sold as, whatever that one's SKU or name
   * @param taxCode of items of a catalogue that the shop taxes, outside the US
   */
  public record Products(
      Match match,
      Map<String, String> items,
      Create create,
      String incomeAccount,
      String expenseAccount,
      String assetAccount,
      Optional<String> taxCode) {}

  /**
   * @param rates the shop's rate (id, label or percentage; several joined by " + "; "*" for any) to
   *     a QuickBooks tax code
   * @param untaxed tax code of lines without tax
   */
  public record Taxes(
      TaxMode mode,
      Map<String, String> rates,
      Optional<String> untaxed,
      Optional<String> usCode,
      String item) {}

  /**
   * @param methods gateway, gateway/CUR or "*" to where its money goes
   */
  public record Payments(
      boolean record,
      boolean createMethods,
      Map<String, PaymentRule> methods,
      Optional<GatewayFees> fees) {}

  /** The account a gateway's money goes to, and the payment method shown on the document. */
  public record PaymentRule(String account, Optional<String> method) {}

  /**
   * @param account the expense account of the fees
   * @param meta keys of the order's meta in which gateways write their fee; the first present wins
   */
  public record GatewayFees(String account, List<String> meta) {}
}
