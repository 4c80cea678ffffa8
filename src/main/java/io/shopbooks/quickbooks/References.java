package io.shopbooks.quickbooks;

import io.shopbooks.books.Change;
import io.shopbooks.books.Company;
import io.shopbooks.books.Customer;
import io.shopbooks.books.CustomerPayment;
import io.shopbooks.books.Document;
import io.shopbooks.books.Due;
import io.shopbooks.books.Missing;
import io.shopbooks.books.NewItem;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.SalesForm;
import io.shopbooks.books.Settlement;
import io.shopbooks.books.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sees to it that what documents refer to is in the company before they go: customers, items and
 * payment methods (DESIGN 4.7: they are a phase of their own).
 */
@Component("references")
public class References {

  /** Longer than a sync waits for anything, so that it ends though QuickBooks keeps failing. */
  private static final Duration SOON = Duration.ofMinutes(5);

  private final Mirror mirror;
  private final Lookout lookout;
  private final Creations creations;
  private final CustomerBook customers;
  private final MadeLists lists;

  References(
      Mirror mirror,
      Lookout lookout,
      Creations creations,
      CustomerBook customers,
      MadeLists lists) {
    this.lists = lists;
    this.mirror = mirror;
    this.lookout = lookout;
    this.creations = creations;
    this.customers = customers;
  }

  /** Documents that can go, and what became of those that cannot. */
  public record Ready(List<Due> documents, List<Outcome> refused) {}

  /** Makes what is missing. */
  public Ready make(String realm, List<Due> documents) {
    var company = lookout.facts(realm);
    var wishes = new LinkedHashMap<String, Wish>();
    var shops = new HashMap<String, String>();
    for (var due : documents) {
      for (var wish : wanted(company, due)) {
        wishes.putIfAbsent(wish.key(), wish);
        shops.putIfAbsent(wish.key(), due.document().key().shop().value());
      }
    }
    if (wishes.isEmpty()) {
      return new Ready(documents, List.of());
    }
    wishes.values().removeIf(wish -> lists.revive(realm, wish));
    var failures = creations.make(realm, wishes.values(), shops);
    var ready = new ArrayList<Due>();
    var refused = new ArrayList<Outcome>();
    for (var due : documents) {
      var missing = wanted(company, due);
      if (missing.isEmpty()) {
        ready.add(due);
      } else {
        refused.add(outcome(due, missing.get(0), failures));
      }
    }
    return new Ready(ready, refused);
  }

  private static Outcome outcome(Due due, Wish wish, Map<String, Creations.Failure> failures) {
    var failure = failures.get(wish.key());
    if (failure == null || !failure.certain()) {
      return Outcome.later(
          due.id(), SOON, failure == null ? "not found after its creation" : failure.said());
    }
    var why = wish instanceof Wish.OfCustomer ? Why.CUSTOMER_REFUSED : Why.REFUSED;
    return Outcome.held(
        due.id(),
        Reason.of(why).with("name", failure.name()).with("said", failure.said()),
        failure.said());
  }

  /** What documents would have to be made for, in the order of its names. Makes nothing. */
  List<Missing> missing(String realm, List<Change> changes) {
    var company = lookout.facts(realm);
    var wishes = new LinkedHashMap<String, Wish>();
    for (var change : changes) {
      wanted(company, change.wanted(), change.isNew())
          .forEach(wish -> wishes.putIfAbsent(wish.key(), wish));
    }
    return wishes.values().stream()
        .map(wish -> new Missing(kind(wish), wish.names().get(0)))
        .sorted()
        .toList();
  }

  private static String kind(Wish wish) {
    return wish instanceof Wish.OfMethod
        ? "payment-method"
        : wish.entity().toLowerCase(Locale.ROOT);
  }

  private List<Wish> wanted(Company company, Due due) {
    return wanted(company, due.document(), due.quickbooksId().isEmpty());
  }

  private List<Wish> wanted(Company company, Document document, boolean isNew) {
    var realm = company.realm();
    var wishes = new ArrayList<Wish>();
    var customer = document.header().customer();
    // Whose a document in the books is does not change, and what is there needs no other.
    if (isNew && customer(realm, customer).isEmpty()) {
      wishes.add(new Wish.OfCustomer(customer, company.multicurrency()));
    }
    if (document instanceof SalesForm form) {
      form.lines().stream()
          .map(line -> line.item())
          .filter(NewItem.class::isInstance)
          .map(NewItem.class::cast)
          .filter(item -> item(realm, item).isEmpty())
          .forEach(item -> wishes.add(new Wish.OfItem(item)));
    }
    settlement(document)
        .flatMap(Settlement::method)
        .filter(name -> company.paymentMethod(name).isEmpty())
        .ifPresent(name -> wishes.add(new Wish.OfMethod(name)));
    return wishes;
  }

  private static Optional<Settlement> settlement(Document document) {
    if (document instanceof SalesForm form) {
      return Optional.of(form.settlement());
    }
    return document instanceof CustomerPayment payment
        ? Optional.of(payment.settlement())
        : Optional.empty();
  }

  Optional<String> customer(String realm, Customer customer) {
    return customers.find(realm, customer).map(MirrorRow::id);
  }

  Optional<String> item(String realm, NewItem item) {
    return mirror.itemsWithSku(realm, item.sku()).stream()
        .filter(MirrorRow::active)
        .map(MirrorRow::id)
        .findFirst();
  }
}
