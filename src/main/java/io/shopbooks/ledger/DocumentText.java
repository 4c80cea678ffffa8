package io.shopbooks.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.Application;
import io.shopbooks.books.Booked;
import io.shopbooks.books.CustomerPayment;
import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.DocumentLine;
import io.shopbooks.books.DocumentTax;
import io.shopbooks.books.Expense;
import io.shopbooks.books.LineRole;
import io.shopbooks.books.NewItem;
import io.shopbooks.books.Ref;
import io.shopbooks.books.SalesForm;
import io.shopbooks.books.Settlement;
import io.shopbooks.sale.Address;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Documents as a bookkeeper reads them: names in place of ids, amounts as text with the currency's
 * decimals, nothing that says nothing. The same documents always give the same text.
 */
public final class DocumentText {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<DocumentKey, String> numbers = new LinkedHashMap<>();

  private DocumentText(Collection<? extends Document> documents, Booked before) {
    before
        .documents()
        .forEach(known -> known.number().ifPresent(number -> numbers.put(known.key(), number)));
    documents.forEach(
        document ->
            document.header().number().ifPresent(number -> numbers.put(document.key(), number)));
  }

  /**
   * The documents as JSON objects, in their order; those they refer to are called by number.
   *
   * @param before what of the same order is in the books already
   */
  public static ArrayNode of(Collection<? extends Document> documents, Booked before) {
    var text = new DocumentText(documents, before);
    var all = JSON.arrayNode();
    documents.forEach(document -> all.add(text.one(document)));
    return all;
  }

  /** The same as text: a part that fits on a line stands on one line. */
  public static String pretty(ObjectNode json) {
    return ReadableJson.write(json);
  }

  private ObjectNode one(Document document) {
    var json = head(document);
    if (document instanceof SalesForm form) {
      form(json, form);
    } else if (document instanceof CustomerPayment payment) {
      json.put("pays", named(payment.invoice()));
      settlement(json, payment.settlement(), "deposit-to");
    } else if (document instanceof Application application) {
      json.put("uses", named(application.credit()));
      json.put("pays", named(application.pays()));
      json.put("amount", application.amount().text());
    } else if (document instanceof Expense expense) {
      json.put("text", expense.text());
      json.put("from", expense.from().name());
      json.put("to", expense.to().name());
    }
    json.put("total", document.total().toString());
    var memo = json.putArray("memo");
    document.header().memo().lines().forEach(memo::add);
    return json;
  }

  private static ObjectNode head(Document document) {
    var header = document.header();
    var json = JSON.objectNode().put("kind", document.key().kind().word());
    header.number().ifPresent(number -> json.put("number", number));
    json.put("date", header.date().toString());
    json.put("customer", header.customer().displayName());
    named(json, "class", header.documentClass());
    named(json, "location", header.location());
    header.exchangeRate().ifPresent(rate -> json.put("exchange-rate", plain(rate)));
    if (!header.customFields().isEmpty()) {
      header.customFields().forEach(json.putObject("custom-fields")::put);
    }
    if (!header.additions().isEmpty()) {
      json.set("added", ReadableJson.read(header.additions()));
    }
    return json;
  }

  private void form(ObjectNode json, SalesForm form) {
    named(json, "terms", form.terms());
    form.due().ifPresent(day -> json.put("due", day.toString()));
    address(form.header().shipping()).ifPresent(address -> json.put("ship-to", address));
    var lines = json.putArray("lines");
    form.lines().forEach(line -> lines.add(line(line)));
    tax(json, form.tax());
    var credit = form.key().kind().purpose() == DocumentKind.Purpose.CREDIT;
    settlement(json, form.settlement(), credit ? "paid-from" : "deposit-to");
  }

  private static ObjectNode line(DocumentLine line) {
    var json = JSON.objectNode();
    if (line.role() != LineRole.GOODS) {
      json.put("role", word(line.role()));
    }
    json.put("item", line.item().name());
    if (!line.description().equals(line.item().name())) {
      json.put("text", line.description());
    }
    json.put("quantity", plain(line.quantity()));
    json.put("price", plain(line.unitPrice()));
    json.put("amount", line.amount().text());
    line.taxCode().ifPresent(code -> json.put("tax-code", code.name()));
    if (line.item() instanceof NewItem item) {
      json.set("new-item", newItem(item));
    }
    return json;
  }

  private static ObjectNode newItem(NewItem item) {
    var json = JSON.objectNode().put("type", word(item.type()));
    json.put("sku", item.sku());
    json.put("income", item.income().name());
    named(json, "expense", item.expense());
    named(json, "asset", item.asset());
    return json;
  }

  private static void tax(ObjectNode json, DocumentTax tax) {
    if (tax.method() == DocumentTax.Method.UNTOLD) {
      return;
    }
    var told = json.putObject("tax");
    tax.code().ifPresent(code -> told.put("code", code.name()));
    told.put("total", tax.total().text());
    if (!tax.lines().isEmpty()) {
      var rates = told.putArray("rates");
      for (var line : tax.lines()) {
        rates
            .addObject()
            .put("rate", line.rate().name())
            .put("percent", plain(line.percent()))
            .put("on", line.net().text())
            .put("tax", line.tax().text());
      }
    }
  }

  private static void settlement(ObjectNode json, Settlement settlement, String account) {
    named(json, account, settlement.account());
    settlement.method().ifPresent(method -> json.put("payment-method", method));
    if (!settlement.reference().isBlank()) {
      json.put("reference", settlement.reference());
    }
  }

  private String named(DocumentKey key) {
    return key.kind().word() + " " + numbers.getOrDefault(key, key.shopId());
  }

  private static void named(ObjectNode json, String name, Optional<Ref> entry) {
    entry.ifPresent(ref -> json.put(name, ref.name()));
  }

  private static Optional<String> address(Address address) {
    var place =
        Stream.of(
                address.line1(),
                address.line2(),
                address.city(),
                (address.state() + " " + address.postcode()).strip(),
                address.country())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    return Optional.of(place).filter(text -> !text.isEmpty());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }
}
