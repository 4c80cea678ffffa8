package io.shopbooks.report;

import static io.shopbooks.report.Told.isToldInFull;
import static io.shopbooks.report.Told.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reasons that only QuickBooks, the ledger or a search can give, in full words. */
class ReasonsInFullTest {

  @ParameterizedTest
  @EnumSource(
      value = Why.class,
      names = {
        "BOOKS_CLOSED",
        "CURRENCY_NOT_ALLOWED",
        "CUSTOMER_REFUSED",
        "INVENTORY_REFUSED",
        "KEEPS_FAILING",
        "LOCKED_IN_BOOKS",
        "NEGATIVE_LINE_REFUSED",
        "NOT_PERMITTED",
        "REFERENCE_GONE",
        "REFUSED",
        "TAX_CODE_REFUSED",
        "WRONG_ACCOUNT_TYPE"
      })
  void what_quickbooks_refuses_is_told_with_what_it_said(Why why) {
    var reason = Reason.of(why).with("code", 6000).with("said", "6000 A business rule");

    isToldInFull(reason);
    for (var locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      assertThat(Words.in(locale).explanation(reason)).contains("6000 A business rule");
    }
  }

  @Test
  void what_could_not_be_made_is_told_with_its_name() {
    for (var why : List.of(Why.CUSTOMER_REFUSED, Why.REFUSED)) {
      var reason = Reason.of(why).with("name", "Ada Lovelace").with("said", "6240 Duplicate");
      isToldInFull(reason);
      assertThat(Words.in(Locale.FRENCH).explanation(reason)).contains("Ada Lovelace");
    }
  }

  @Test
  void what_the_ledger_and_the_search_hold_is_told_in_full() {
    isToldInFull(
        Reason.of(Why.WRONG_TOTAL)
            .with("number", "Wio1042")
            .with("planned", usd("28.28"))
            .with("posted", usd("28.27")));
    isToldInFull(
        Reason.of(Why.WRONG_TOTAL)
            .with("number", "")
            .with("planned", usd("28.28"))
            .with("posted", usd("28.27")));
    isToldInFull(Reason.of(Why.LIKE_A_WRONG_ONE).with("number", "Wio1042"));
    isToldInFull(Reason.of(Why.LIKE_A_WRONG_ONE).with("number", ""));
    isToldInFull(
        Reason.of(Why.NUMBER_TAKEN)
            .with("number", "Wio1042")
            .with("other", "SalesReceipt 187")
            .with("date", "2026-11-20")
            .with("total", usd("28.28")));
    isToldInFull(Reason.of(Why.UNREADABLE).with("said", "Order 7: total is no amount."));
    isToldInFull(Reason.of(Why.ORDER_DELETED));
    isToldInFull(Reason.of(Why.NO_TAX_CODE).with("rate", "7"));
    isToldInFull(Reason.of(Why.TAX_DOES_NOT_FIT).with("tax", usd("2.00")).with("expected", 0));
    isToldInFull(Reason.of(Why.TOO_MANY_LINES).with("lines", 751).with("most", 750));
    isToldInFull(Reason.of(Why.MAYBE_IN_BOOKS));
    isToldInFull(
        Reason.of(Why.MAYBE_IN_BOOKS)
            .with("document", "sales-receipt 187")
            .with("other", "sales-receipt 190"));
    isToldInFull(
        Reason.of(Why.MAYBE_IN_BOOKS)
            .with("other", "SalesReceipt 187")
            .with("date", "2026-11-20")
            .with("total", usd("28.28")));
    isToldInFull(Reason.of(Why.REFUND_WITHDRAWN));
    isToldInFull(
        Reason.of(Why.ORDER_OF_AN_ORDER)
            .with("number", "1043")
            .with("total", usd("20.00"))
            .with("parent", "1042")
            .with("whole", usd("28.28")));
    isToldInFull(
        Reason.of(Why.ORDER_OF_AN_ORDER)
            .with("number", "1043")
            .with("total", usd("20.00"))
            .with("parent", "1042")
            .with("whole", ""));
    isToldInFull(Reason.of(Why.SEVERAL_ACCOUNTS).with("accounts", "Stripe clearing, Cash"));
    isToldInFull(
        Reason.of(Why.SEVERAL_ACCOUNTS)
            .with("accounts", "Stripe clearing, Cash")
            .with("refund", "1043")
            .with("amount", usd("20.00")));
    isToldInFull(
        Reason.of(Why.PAID_IN_PART)
            .with("amount", usd("5.00"))
            .with("paid", usd("10.00"))
            .with("total", usd("28.28")));
    isToldInFull(
        Reason.of(Why.PAYMENT_WITHDRAWN)
            .with("document", "payment")
            .with("payment", "1042/deposit"));
  }
}
