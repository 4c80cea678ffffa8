package io.shopbooks.books;

import io.shopbooks.books.Choices.NumberBy;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Sale;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a document looks like that carries a sale, whoever made it.
 *
 * @param number with the prefix of the connection; empty where QuickBooks numbers, for there its
 *     numbers have nothing to do with orders
 * @param bareNumber the order's own; equal to {@code number} where there is no prefix
 * @param day of the sale in the connection's zone
 * @param total in the decimals of the books
 * @param customers names it may be under, in lower case
 */
public record Likeness(
    String number, String bareNumber, LocalDate day, Money total, Set<String> customers) {

  /** Other connectors date a sale by its payment, or by another time zone. */
  public static final int MOST_DAYS_APART = 3;

  /** Of the sale, by the choices of its connection. */
  public static Likeness of(Sale sale, Choices choices) {
    var byShop = choices.sales().numberBy() == NumberBy.SHOP;
    return new Likeness(
        byShop ? choices.sales().numberPrefix() + sale.number() : "",
        byShop ? sale.number() : "",
        LocalDate.ofInstant(sale.created(), choices.zone()),
        Decimals.inBooks(sale.total()),
        customers(sale, choices));
  }

  private static Set<String> customers(Sale sale, Choices choices) {
    var buyer = sale.buyer().billing();
    return Stream.of(Customers.name(sale, choices), buyer.person(), buyer.company())
        .map(Likeness::plain)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String plain(String name) {
    return Text.oneLine(name.replace(':', ' ')).toLowerCase(Locale.ROOT);
  }

  /** The numbers to look for; none where QuickBooks numbers. */
  public List<String> numbers() {
    return Stream.of(number, bareNumber).filter(text -> !text.isEmpty()).distinct().toList();
  }

  /**
   * Whether it is the sale: by number and total. A number without any prefix may be a coincidence,
   * so that the date must fit too.
   */
  boolean isSurely(OtherSale other) {
    if (!other.total().equals(total)) {
      return false;
    }
    return isPrefixed() && hasNumber(other, number)
        || hasNumber(other, bareNumber) && isNear(other.date());
  }

  /** Whether it may be the sale, or has its number, so that a person must compare. */
  boolean isPerhaps(OtherSale other) {
    var sameTotal = other.total().equals(total);
    return hasNumber(other, number)
        || sameTotal && hasNumber(other, bareNumber)
        || sameTotal && other.date().equals(day) && customers.contains(plain(other.customer()));
  }

  private boolean isPrefixed() {
    return !number.equals(bareNumber);
  }

  private static boolean hasNumber(OtherSale other, String wanted) {
    return !wanted.isEmpty() && other.number().equals(wanted);
  }

  private boolean isNear(LocalDate date) {
    return isNear(day, date);
  }

  static boolean isNear(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other)) <= MOST_DAYS_APART;
  }
}
