package io.shopbooks.connections;

import io.shopbooks.books.Choices;
import io.shopbooks.books.Choices.ClosedBooks;
import io.shopbooks.books.Choices.Create;
import io.shopbooks.books.Choices.CreditDocument;
import io.shopbooks.books.Choices.Credits;
import io.shopbooks.books.Choices.CustomerKind;
import io.shopbooks.books.Choices.GatewayFees;
import io.shopbooks.books.Choices.Match;
import io.shopbooks.books.Choices.NumberBy;
import io.shopbooks.books.Choices.PaymentRule;
import io.shopbooks.books.Choices.Payments;
import io.shopbooks.books.Choices.Products;
import io.shopbooks.books.Choices.RateSource;
import io.shopbooks.books.Choices.Sales;
import io.shopbooks.books.Choices.SplitPayments;
import io.shopbooks.books.Choices.TaxMode;
import io.shopbooks.books.Choices.Taxes;
import io.shopbooks.books.Choices.Unpaid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Builds the accounting choices from a file that was found right and has its defaults. */
final class ChoicesBuilder {

  private final Values file;

  ChoicesBuilder(Values file) {
    this.file = file;
  }

  Choices choices(ZoneId zone, LocalDate startDate) {
    return new Choices(
        zone,
        startDate,
        file.under("sync").choice(ClosedBooks.class, "closed-books"),
        sales(file.under("sales")),
        credits(file.under("credits")),
        products(file.under("products")),
        taxes(file.under("taxes")),
        payments(file.under("payments")),
        file.under("currencies").choice(RateSource.class, "rate"));
  }

  private static Sales sales(Values sales) {
    var number = sales.under("number");
    return new Sales(
        sales.set("statuses"),
        DocumentRules.of(sales.section().path("document")),
        sales.choice(Unpaid.class, "unpaid"),
        sales.choice(SplitPayments.class, "split-payments"),
        number.text("prefix"),
        number.choice(NumberBy.class, "by"),
        sales.choice(CustomerKind.class, "customer"),
        sales.text("generic-customer"),
        sales.text("default-item"),
        sales.text("shipping-item"),
        sales.optional("discount-item"),
        sales.text("fee-item"),
        sales.text("tip-item"),
        sales.text("gift-card-item"),
        sales.text("rounding-item"),
        tolerance(sales),
        sales.optional("class"),
        sales.optional("location"),
        sales.optional("terms"),
        sales.texts("custom-fields"));
  }

  private static Optional<BigDecimal> tolerance(Values sales) {
    return Optional.of(sales.text("rounding-tolerance"))
        .filter(text -> !text.equals("auto"))
        .map(BigDecimal::new);
  }

  private static Credits credits(Values credits) {
    return new Credits(
        credits.choice(CreditDocument.class, "document"),
        credits.set("statuses"),
        credits.text("adjustment-item"));
  }

  private static Products products(Values products) {
    return new Products(
        products.choice(Match.class, "match"),
        products.texts("items"),
        products.choice(Create.class, "create"),
        products.text("income-account"),
        products.text("expense-account"),
        products.text("asset-account"),
        products.optional("tax-code"));
  }

  private static Taxes taxes(Values taxes) {
    return new Taxes(
        taxes.choice(TaxMode.class, "mode"),
        taxes.texts("rates"),
        taxes.optional("untaxed"),
        taxes.optional("us-code"),
        taxes.text("item"));
  }

  private static Payments payments(Values payments) {
    var fees = payments.under("fees");
    return new Payments(
        payments.flag("record"),
        payments.flag("create-methods"),
        payments.map("methods", method -> rule(new Values(method))),
        payments.has("fees")
            ? Optional.of(new GatewayFees(fees.text("account"), fees.list("meta")))
            : Optional.empty());
  }

  private static PaymentRule rule(Values method) {
    return new PaymentRule(method.text("account"), method.optional("method"));
  }
}
