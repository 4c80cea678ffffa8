package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** What QuickBooks fills in where a transaction is silent, and what it rewrites (2.1, 7.1). */
final class FormDefaults {

  private static final List<String> ADDRESSES = List.of("BillAddr", "ShipAddr");

  private FormDefaults() {}

  /** Date, currency and exchange rate, which every transaction has. */
  static void transaction(Draft draft) {
    var after = draft.after();
    after.put("TxnDate", draft.date().toString());
    after.set("CurrencyRef", Json.reference(draft.currency(), draft.currency()));
    if (draft.company().isMulticurrency() && !draft.has("ExchangeRate")) {
      var rate = new ExchangeRates(draft.company()).on(draft.currency(), draft.date());
      after.set("ExchangeRate", Json.number(rate));
    }
  }

  static void complete(Draft draft) {
    var after = draft.after();
    if (!draft.has("EmailStatus")) {
      after.put("EmailStatus", "NotSet");
    }
    switch (draft.entity().name()) {
      case "SalesReceipt" -> {
        if (!draft.has("DepositToAccountRef")) {
          var undeposited = new Accounts(draft.company()).undeposited();
          after.putObject("DepositToAccountRef").put("value", undeposited);
        }
      }
      case "Invoice" -> invoice(draft);
      default -> {}
    }
  }

  /** After an update an address comes back as plain lines, the customer's name first (2.1). */
  static void reshuffle(Draft draft) {
    if (!draft.isCreate()) {
      ADDRESSES.forEach(address -> reshuffle(draft, address));
    }
  }

  private static void invoice(Draft draft) {
    var after = draft.after();
    var customer = draft.company().the("Customer", draft.text("CustomerRef.value"));
    for (var property : List.of("BillAddr", "ShipAddr", "SalesTermRef")) {
      if (!draft.has(property) && customer.json().has(property)) {
        after.set(property, customer.json().get(property).deepCopy());
      }
    }
    if (!draft.has("DueDate")) {
      var term = draft.company().records().find("Term", draft.text("SalesTermRef.value"));
      var days = term.map(t -> Json.number(t.json(), "DueDays").longValue()).orElse(0L);
      after.put("DueDate", draft.date().plusDays(days).toString());
    }
  }

  private static void reshuffle(Draft draft, String property) {
    if (!(draft.after().get(property) instanceof ObjectNode address) || !address.has("City")) {
      return;
    }
    var town =
        Stream.of("City", "CountrySubDivisionCode", "PostalCode")
            .map(part -> Json.text(address, part))
            .filter(part -> !part.isBlank())
            .toList();
    var lines =
        Stream.of(
                draft.text("CustomerRef.name"),
                Json.text(address, "Line1"),
                Json.text(address, "Line2"),
                String.join(" ", town),
                Json.text(address, "Country"))
            .filter(line -> !line.isBlank())
            .toList();
    address.removeAll();
    for (int i = 0; i < lines.size(); i++) {
      address.put("Line" + (i + 1), lines.get(i));
    }
  }
}
