package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One pretend company as a test or a person sees it: its books, its switches, its people. */
public final class PretendCompany {

  private final Company company;

  PretendCompany(Company company) {
    this.company = company;
  }

  /** The company id in every address. */
  public String realm() {
    return company.realm();
  }

  /** The kind of company it was opened as. */
  public Region region() {
    return company.region();
  }

  /** The company's name as CompanyInfo tells it. */
  public String name() {
    synchronized (company) {
      return company.the("CompanyInfo", "1").text("CompanyName");
    }
  }

  /** Its switches. */
  public PretendPreferences preferences() {
    return new PretendPreferences(company);
  }

  /** Its accounts, items, customers and other lists. */
  public PretendLists lists() {
    return new PretendLists(company);
  }

  /** All transactions, in the order they came. */
  public List<PretendDocument> documents() {
    synchronized (company) {
      var found = new ArrayList<PretendDocument>();
      for (var entity : Schema.all()) {
        if (entity.isTransaction()) {
          company.records().all(entity.name()).values().stream()
              .map(stored -> PretendDocument.of(stored, false))
              .forEach(found::add);
        }
      }
      found.sort((a, b) -> Long.compare(Long.parseLong(a.id()), Long.parseLong(b.id())));
      return found;
    }
  }

  /** All transactions of one type. */
  public List<PretendDocument> documents(String type) {
    return documents().stream().filter(document -> document.type().equals(type)).toList();
  }

  /** What was deleted, as it stood. */
  public List<PretendDocument> deleted() {
    synchronized (company) {
      return Schema.all().stream()
          .filter(Entity::isTransaction)
          .flatMap(entity -> company.records().deleted(entity.name()).stream())
          .map(stored -> PretendDocument.of(stored, true))
          .toList();
    }
  }

  /** A transaction by its id; empty if it never was or was deleted. */
  public Optional<PretendDocument> document(String id) {
    synchronized (company) {
      return company.records().transaction(id).map(stored -> PretendDocument.of(stored, false));
    }
  }

  /** What a transaction does to each account, in home currency; a debit is positive. */
  public Map<String, BigDecimal> effects(String id) {
    synchronized (company) {
      var effects = new TreeMap<String, BigDecimal>();
      for (var posting : company.ledger().postings(id)) {
        effects.merge(nameOf(posting.account()), posting.home(), BigDecimal::add);
      }
      return effects;
    }
  }

  /** Every account's balance in home currency, a debit positive. They add up to zero. */
  public Map<String, BigDecimal> trialBalance() {
    synchronized (company) {
      var balances = new TreeMap<String, BigDecimal>();
      for (var account : company.records().all("Account").values()) {
        balances.put(account.text("Name"), company.ledger().balance(account.id()));
      }
      return balances;
    }
  }

  /**
   * The balance of an account by name, in home currency, a debit positive.
   *
   * @throws IllegalArgumentException if there is no such account
   */
  public BigDecimal balance(String account) {
    synchronized (company) {
      return company.ledger().balance(lists().idOf("Account", account));
    }
  }

  /** What each customer owes, in the customer's currency; below zero is an open credit. */
  public Map<String, BigDecimal> openReceivables() {
    synchronized (company) {
      var open = new TreeMap<String, BigDecimal>();
      var view = new View(company);
      for (var customer : company.records().all("Customer").values()) {
        var balance = Json.number(view.of(customer), "Balance");
        if (balance.signum() != 0) {
          open.put(customer.text("DisplayName"), balance);
        }
      }
      return open;
    }
  }

  /**
   * What the company was asked for since the start: "requests", "reads" (the metered ones),
   * "writes", "batches", "batch items", "replays", "throttled", and each method with its resource
   * ("POST invoice").
   */
  public Map<String, Long> counters() {
    return company.counters().all();
  }

  /**
   * A person changes a transaction or list object in QuickBooks: the properties in this JSON are
   * replaced. Automated sales tax is worked out anew.
   *
   * @throws IllegalArgumentException if QuickBooks would not let them
   */
  public void edit(String type, String id, String properties) {
    synchronized (company) {
      try {
        var change = Json.object(properties);
        var after = company.the(type, id).copy();
        if (change.has("Line")) {
          // Only the code stays: a person who changes lines sees the tax follow.
          if (after.get("TxnTaxDetail") instanceof ObjectNode detail) {
            detail.retain("TxnTaxCodeRef");
          }
        }
        person(type, Operation.UPDATE, after.setAll(change));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("No JSON: " + properties, e);
      }
    }
  }

  /** A person deletes a transaction. */
  public void delete(String type, String id) {
    synchronized (company) {
      person(type, Operation.DELETE, company.the(type, id).copy());
    }
  }

  /** A person voids a transaction. */
  public void voids(String type, String id) {
    synchronized (company) {
      person(type, Operation.VOID, company.the(type, id).copy());
    }
  }

  private void person(String type, Operation operation, ObjectNode object) {
    try {
      var entity = Schema.named(type).orElseThrow();
      new Writes(company).run(Write.byPerson(entity, operation, object));
      company.commit();
    } catch (Refused e) {
      throw new IllegalArgumentException(type + " " + Json.text(object, "Id") + " stays", e);
    }
  }

  private String nameOf(String account) {
    return company.the("Account", account).text("Name");
  }

  Company inside() {
    return company;
  }
}
