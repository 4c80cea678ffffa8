package io.shopbooks.quickbooks;

import io.shopbooks.books.Customer;
import io.shopbooks.books.CustomerPayment;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.DocumentLine;
import io.shopbooks.books.DocumentTax;
import io.shopbooks.books.Header;
import io.shopbooks.books.LineItem;
import io.shopbooks.books.LineRole;
import io.shopbooks.books.Ref;
import io.shopbooks.books.SalesForm;
import io.shopbooks.books.Settlement;
import io.shopbooks.pretend.quickbooks.PretendCompany;
import io.shopbooks.sale.Address;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.ShopId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes documents for tests: untaxed American ones of mugs, for Ann Lee unless told otherwise. */
final class Paper {

  static final Currency USD = Currency.getInstance("USD");
  static final ShopId SHOP = new ShopId("shop.example");
  private static final Address NOWHERE =
      new Address("Ann", "Lee", "", "1 Main St", "", "Albany", "NY", "12207", "US", "");

  private final PretendCompany company;
  private final String id;
  private final List<DocumentLine> lines = new ArrayList<>();
  private final Map<String, String> customFields = new LinkedHashMap<>();
  private Optional<String> number;
  private Customer customer = customer("Ann Lee", "ann@example.com");
  private String memo = "";
  private final Settlement settlement = new Settlement(Optional.empty(), Optional.empty(), "");

  private Paper(PretendCompany company, String id) {
    this.company = company;
    this.id = id;
    this.number = Optional.of("W-" + id);
  }

  static Paper of(PretendCompany company, String id) {
    return new Paper(company, id);
  }

  static Customer customer(String name, String email) {
    var words = name.split(" ");
    return new Customer(
        name, false, words[0], words[words.length - 1], "", email, "", NOWHERE, USD);
  }

  Paper unnumbered() {
    number = Optional.empty();
    return this;
  }

  Paper to(Customer buyer) {
    customer = buyer;
    return this;
  }

  Paper saying(String words) {
    memo = words + "\n";
    return this;
  }

  Paper withField(String name, String value) {
    customFields.put(name, value);
    return this;
  }

  Paper line(LineRole role, LineItem item, String text, String quantity, String price, String sum) {
    lines.add(
        new DocumentLine(
            role,
            item,
            text,
            new BigDecimal(quantity),
            new BigDecimal(price),
            Money.of(sum, USD),
            Optional.of(new Ref("NON", "NON")),
            ""));
    return this;
  }

  /** One line: so many mugs, at so much together. */
  Paper mugs(int pieces, String price, String sum) {
    return line(LineRole.GOODS, mug(), "Mug", Integer.toString(pieces), price, sum);
  }

  Paper discount(String sum) {
    return line(LineRole.DISCOUNT, mug(), "Less", "1", "-" + sum, "-" + sum);
  }

  private Ref mug() {
    return new Ref(company.lists().idOf("Item", "Online sale"), "Online sale");
  }

  SalesForm receipt() {
    return form(DocumentKind.SALES_RECEIPT);
  }

  SalesForm invoice() {
    return form(DocumentKind.INVOICE);
  }

  CustomerPayment payment(SalesForm invoice) {
    var key = key(DocumentKind.PAYMENT);
    return new CustomerPayment(key, header(key), invoice.total(), settlement, invoice.key());
  }

  private SalesForm form(DocumentKind kind) {
    if (lines.isEmpty()) {
      mugs(1, "12.50", "12.50");
    }
    var key = key(kind);
    var total = Money.sum(lines.stream().map(DocumentLine::amount).toList(), USD);
    return new SalesForm(
        key,
        header(key),
        lines,
        new DocumentTax(DocumentTax.Method.AMERICAN, Optional.empty(), Money.zero(USD), List.of()),
        total,
        settlement,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private DocumentKey key(DocumentKind kind) {
    return new DocumentKey(SHOP, company.realm(), kind, id);
  }

  private Header header(DocumentKey key) {
    return new Header(
        number,
        LocalDate.parse("2026-11-20"),
        customer,
        NOWHERE,
        NOWHERE,
        memo + key.marker(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        customFields,
        "",
        "");
  }
}
