package io.shopbooks.quickbooks;

import io.shopbooks.books.Document;
import io.shopbooks.ledger.Documents;
import io.shopbooks.ledger.ReceivedOrder;
import io.shopbooks.pretend.quickbooks.PretendCompany;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.sale.OrderKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where documents are handed in for one company, and where one can ask what became of them. */
final class Counter {

  final CountingHouse house;
  final PretendCompany company;
  final String realm;

  Counter(CountingHouse house, PretendCompany company) {
    this.house = house;
    this.company = company;
    this.realm = company.realm();
  }

  /** A person signs in, or signs in again. */
  void signIn() {
    var token = house.quickbooks.signIn("app", realm).refreshToken();
    house.bean(SignIns.class).connect(house.connection(), realm, token);
  }

  /** Plans documents, or plans them anew after a person said so. */
  void plan(Document... documents) {
    for (var document : documents) {
      var order =
          new ReceivedOrder(
              new OrderKey(document.key().shop(), document.key().shopId()),
              realm,
              "acme",
              document.key().shopId(),
              "{}",
              "",
              1,
              document.total().currency().getCurrencyCode(),
              document.total().amount(),
              "");
      house.bean(Documents.class).planned(order, List.of(document), "");
    }
  }

  /** Everything that can be done is done; answers what stopped it, if anything did. */
  Optional<RuntimeException> bring() {
    return house.bring(realm);
  }

  /** planned, sending, doubtful, posted or held. */
  String state(Document document) {
    return house
        .db()
        .sql("select state from document where realm = :realm and shop_id = :id and kind = :kind")
        .param("realm", realm)
        .param("id", document.key().shopId())
        .param("kind", document.key().kind().word())
        .query(String.class)
        .single();
  }

  /** Why documents are held, by the shop's id: "tax-code-refused". */
  Map<String, String> holds() {
    return house
        .db()
        .sql("select order_id, why from hold where realm = :realm and ended_at is null")
        .param("realm", realm)
        .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The documents of this key that stand in the books. */
  List<PretendDocument> inBooks(Document document) {
    return company.documents().stream()
        .filter(found -> found.memo().contains(document.key().marker()))
        .toList();
  }

  BigDecimal soldInBooks() {
    return company.documents().stream()
        .map(PretendDocument::total)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
