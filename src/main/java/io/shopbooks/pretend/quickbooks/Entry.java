package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The postings of one transaction while they are put together. Amounts are the document's own; each
 * is rounded to home currency, and what then is missing to balance is an exchange difference.
 */
final class Entry {

  private final Company company;
  private final BigDecimal rate;
  private final List<Posting> postings = new ArrayList<>();

  Entry(Company company, BigDecimal rate) {
    this.company = company;
    this.rate = rate;
  }

  /** The exchange rate of a document: home units for one of its own, 1 where none is told. */
  static BigDecimal rate(Stored document) {
    return rateOf(document.json());
  }

  static BigDecimal rateOf(JsonNode document) {
    return Json.has(document, "ExchangeRate")
        ? Json.number(document, "ExchangeRate")
        : BigDecimal.ONE;
  }

  Entry debit(String account, BigDecimal amount, String party) {
    return add(new Posting(account, home(amount), amount, party, ""));
  }

  Entry credit(String account, BigDecimal amount, String party) {
    return debit(account, amount.negate(), party);
  }

  /** A line whose home amount is known already. */
  Entry add(Posting posting) {
    if (posting.home().signum() != 0 || posting.own().signum() != 0) {
      postings.add(posting);
    }
    return this;
  }

  private BigDecimal home(BigDecimal amount) {
    return Decimals.round(amount.multiply(rate), company.currency());
  }

  List<Posting> postings() {
    var sum = postings.stream().map(Posting::home).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.signum() != 0) {
      var account = new Accounts(company).exchangeDifferences();
      postings.add(new Posting(account, sum.negate(), BigDecimal.ZERO, "", ""));
    }
    return List.copyOf(postings);
  }
}
