package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.Application;
import io.shopbooks.books.Company;
import io.shopbooks.books.CustomerPayment;
import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Due;
import io.shopbooks.books.Expense;
import io.shopbooks.books.Header;
import io.shopbooks.books.SalesForm;
import io.shopbooks.books.Settlement;
import io.shopbooks.sale.Money;
import org.springframework.stereotype.Component;

/**
 * Writes a document as QuickBooks' JSON (`quickbooks-online.md` 7), with the ids of what it refers
 * to and with the repairs it needs.
 */
@Component
class FormWriter {

  private final Lookout lookout;
  private final References references;
  private final Mirror mirror;

  FormWriter(Lookout lookout, References references, Mirror mirror) {
    this.lookout = lookout;
    this.references = references;
    this.mirror = mirror;
  }

  ObjectNode write(String realm, Due due) {
    var form = new Form(lookout.facts(realm), due, QuickBooks.JSON.createObjectNode());
    var document = due.document();
    if (document instanceof SalesForm sales) {
      form.sales(sales);
    } else if (document instanceof CustomerPayment payment) {
      form.payment(payment);
    } else if (document instanceof Application application) {
      form.application(application);
    } else if (document instanceof Expense expense) {
      form.expense(expense);
    }
    return Characters.fit(form.json, due.repairs());
  }

  /** One document being written. */
  private final class Form {

    private final Company company;
    private final Due due;
    private final ObjectNode json;

    Form(Company company, Due due, ObjectNode json) {
      this.company = company;
      this.due = due;
      this.json = json;
    }

    void sales(SalesForm sales) {
      var kind = sales.key().kind();
      head(sales);
      Addresses.write(json, "BillAddr", sales.header().billing());
      Addresses.write(json, "ShipAddr", sales.header().shipping());
      email(sales.header());
      customFields(sales.header());
      sales.terms().ifPresent(terms -> ref(json, "SalesTermRef", terms.id()));
      sales.due().ifPresent(date -> json.put("DueDate", date.toString()));
      if (kind == DocumentKind.SALES_RECEIPT || kind == DocumentKind.REFUND_RECEIPT) {
        settle(sales.settlement());
      }
      if (company.isAmerican()) {
        json.put("ApplyTaxAfterDiscount", true);
      }
      new LineWriter(company, references, due).write(sales, json);
      TaxWriter.write(sales.tax(), company, json);
    }

    void payment(CustomerPayment payment) {
      head(payment);
      json.put("TotalAmt", payment.total().amount());
      settle(payment.settlement());
      link(json.putArray("Line"), payment.total(), payment.invoice(), "Invoice");
    }

    void application(Application application) {
      head(application);
      json.put("TotalAmt", 0);
      var lines = json.putArray("Line");
      link(lines, application.amount(), application.credit(), "CreditMemo");
      var paid = application.pays();
      var type = paid.kind() == DocumentKind.INVOICE ? "Invoice" : "Expense";
      link(lines, application.amount(), paid, type);
    }

    void expense(Expense expense) {
      head(expense);
      json.remove("CustomerRef");
      json.put("PaymentType", "Cash");
      ref(json, "AccountRef", expense.from().id());
      var customer = references.customer(expense.key().realm(), expense.header().customer());
      customer.ifPresent(
          id -> json.putObject("EntityRef").put("value", id).put("type", "Customer"));
      var line = json.putArray("Line").addObject();
      line.put("DetailType", "AccountBasedExpenseLineDetail");
      line.put("Amount", expense.total().amount());
      line.put("Description", expense.text());
      ref(line.putObject("AccountBasedExpenseLineDetail"), "AccountRef", expense.to().id());
    }

    private void head(Document document) {
      var header = document.header();
      references
          .customer(document.key().realm(), header.customer())
          .ifPresent(id -> ref(json, "CustomerRef", id));
      json.put("TxnDate", header.date().toString());
      header.number().ifPresent(number -> json.put("DocNumber", number));
      json.put("PrivateNote", header.memo());
      if (!header.message().isBlank()) {
        json.putObject("CustomerMemo").put("value", header.message());
      }
      if (company.multicurrency()) {
        ref(json, "CurrencyRef", document.total().currency().getCurrencyCode());
      }
      header.exchangeRate().ifPresent(rate -> json.put("ExchangeRate", rate));
      header.location().ifPresent(location -> ref(json, "DepartmentRef", location.id()));
      if (company.classTracking() == Company.ClassTracking.DOCUMENT) {
        header.documentClass().ifPresent(c -> ref(json, "ClassRef", c.id()));
      }
    }

    private void email(Header header) {
      var email = header.customer().email();
      if (Addresses.isEmail(email) && !due.repairs().contains(Repair.NO_EMAIL.word())) {
        json.putObject("BillEmail").put("Address", email);
      }
      if (due.repairs().contains(Repair.NO_DELIVERY.word())) {
        json.put("EmailStatus", "NotSet");
      }
    }

    private void customFields(Header header) {
      if (!header.customFields().isEmpty()
          && !due.repairs().contains(Repair.NO_CUSTOM_FIELDS.word())) {
        mirror
            .all(company.realm(), "Preferences")
            .forEach(row -> CustomFields.write(header.customFields(), row.json(), json));
      }
    }

    private void settle(Settlement settlement) {
      settlement.account().ifPresent(account -> ref(json, "DepositToAccountRef", account.id()));
      settlement
          .method()
          .flatMap(name -> company.paymentMethod(name))
          .ifPresent(method -> ref(json, "PaymentMethodRef", method.id()));
      if (!settlement.reference().isBlank()) {
        json.put("PaymentRefNum", settlement.reference());
      }
    }

    private void link(ArrayNode lines, Money amount, DocumentKey to, String type) {
      var line = lines.addObject();
      line.put("Amount", amount.amount());
      line.putArray("LinkedTxn").addObject().put("TxnId", due.links().get(to)).put("TxnType", type);
    }
  }

  static void ref(ObjectNode json, String name, String id) {
    json.putObject(name).put("value", id);
  }
}
