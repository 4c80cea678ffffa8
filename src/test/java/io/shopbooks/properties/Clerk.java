package io.shopbooks.properties;

import io.shopbooks.books.Booked;
import io.shopbooks.books.Bookkeeper;
import io.shopbooks.books.Company;
import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Rules;
import io.shopbooks.books.SalesForm;
import io.shopbooks.books.Unbookable;
import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.Answer;
import io.shopbooks.quickbooks.Answers;
import io.shopbooks.quickbooks.Letters;
import io.shopbooks.quickbooks.Lookout;
import io.shopbooks.quickbooks.References;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.sale.Sale;
import io.shopbooks.shop.Shops;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.ProducerTemplate;

/**
 * Brings what a shop sold into the books with all the real parts, but keeps no ledger: fast, for
 * thousands of orders that are seen once.
 */
final class Clerk {

  private static final int BATCH = 30;

  private final Market market;
  private final Connection connection;
  private final String realm;
  private final Company company;
  private final Map<DocumentKey, String> ids = new HashMap<>();
  private final Map<DocumentKey, Set<String>> repairs = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();

  Clerk(Stall stall) {
    market = stall.market();
    connection = stall.connection();
    realm = stall.company().realm();
    company = remembering(market.bean(Lookout.class).facts(realm));
  }

  /** Asks the mirror for each thing once. */
  private static Company remembering(Company mirror) {
    var answers = new HashMap<List<Object>, Object>();
    return (Company)
        Proxy.newProxyInstance(
            Company.class.getClassLoader(),
            new Class<?>[] {Company.class},
            (proxy, question, about) -> {
              var key = about == null ? List.<Object>of(question) : List.of(question, about[0]);
              if (!answers.containsKey(key)) {
                answers.put(key, question.invoke(mirror, about));
              }
              return answers.get(key);
            });
  }

  /** Books the orders, and tells what could not be booked or came out otherwise. */
  List<String> book(List<RawOrder> orders) {
    var due = new ArrayList<Document>();
    for (var order : orders) {
      var sale = market.bean(Shops.class).read(connection, order.json());
      try {
        due.addAll(documents(sale));
      } catch (Unbookable e) {
        complaints.add(sale.key() + " is held: " + e.reason());
      }
    }
    while (!due.isEmpty()) {
      var next =
          due.stream().filter(d -> ids.keySet().containsAll(d.needs())).limit(BATCH).toList();
      if (next.isEmpty()) {
        complaints.add(
            "What they need did not come to the books: "
                + due.stream().map(Document::key).toList());
        break;
      }
      due.removeAll(next);
      due.addAll(post(next));
    }
    return complaints;
  }

  /** As the routes decide it. */
  private List<Document> documents(Sale sale) {
    var rules = market.bean(Rules.class);
    var choices = connection.choices();
    var verdict = rules.verdict(sale, choices, Booked.NOTHING);
    var made = new ArrayList<Document>();
    if (!Set.of("sale", "credit").contains(verdict.word())) {
      return made;
    }
    var bookkeeper = market.bean(Bookkeeper.class);
    made.addAll(
        verdict.document().equals("invoice")
            ? bookkeeper.invoice(sale, choices, company, Booked.NOTHING)
            : bookkeeper.salesReceipt(sale, choices, company, Booked.NOTHING));
    for (var refund : rules.credits(sale, choices, booked(made))) {
      var booked = booked(made);
      made.addAll(
          switch (rules.credit(sale, refund, choices, booked)) {
            case "refund-receipt" ->
                bookkeeper.refundReceipt(sale, refund, choices, company, booked);
            case "credit-memo" -> bookkeeper.creditMemo(sale, refund, choices, company, booked);
            default -> List.of();
          });
    }
    return made;
  }

  private static Booked booked(List<Document> made) {
    return new Booked(made.stream().map(d -> new Booked.Known(d.key(), number(d), true)).toList());
  }

  private static Optional<String> number(Document document) {
    return document instanceof SalesForm form ? form.header().number() : Optional.empty();
  }

  /** What must go once more, mended. */
  private List<Document> post(List<Document> documents) {
    var again = new ArrayList<Document>();
    var due = new ArrayList<Due>();
    for (var document : documents) {
      var mended = repairs.getOrDefault(document.key(), Set.of());
      due.add(new Due(due.size(), document, mended.size(), mended.size(), mended, ids, "", ""));
    }
    var ready = market.bean(References.class).make(realm, due);
    ready.refused().forEach(this::complain);
    var request = market.bean(Letters.class).write(realm, ready.documents());
    var answer =
        market
            .bean(ProducerTemplate.class)
            .requestBody("direct:call-quickbooks", request, Answer.class);
    for (var outcome : market.bean(Answers.class).read(request, ready.documents(), answer)) {
      var document = documents.get((int) outcome.document());
      if (outcome.kind() == Outcome.Kind.POSTED) {
        posted(document, outcome.posted().orElseThrow());
      } else if (outcome.kind() == Outcome.Kind.REPAIR) {
        mend(document, outcome.repair().orElseThrow());
        again.add(document);
      } else {
        complain(outcome);
        complaints.add("That was " + document.key() + " of " + document.total());
      }
    }
    return again;
  }

  private void mend(Document document, String repair) {
    if (!repairs.computeIfAbsent(document.key(), key -> new HashSet<>()).add(repair)) {
      throw new IllegalStateException(document.key() + " is mended twice: " + repair);
    }
  }

  private void posted(Document document, Outcome.Posted posted) {
    ids.put(document.key(), posted.quickbooksId());
    if (!posted.total().equals(document.total()) && document instanceof SalesForm) {
      complaints.add(document.key() + " is " + posted.total() + ", not " + document.total());
    }
  }

  private void complain(Outcome outcome) {
    complaints.add(outcome.word() + " " + outcome.reason() + " " + outcome.said());
  }
}
