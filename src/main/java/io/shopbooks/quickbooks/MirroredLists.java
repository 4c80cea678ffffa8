package io.shopbooks.quickbooks;

import io.shopbooks.books.Company;
import io.shopbooks.books.Item;
import io.shopbooks.connections.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what a company has to choose from, by its mirror: asks QuickBooks nothing. */
@Component
public class MirroredLists {

  private final SignInStates signIns;
  private final Mirror mirror;

  MirroredLists(SignInStates signIns, Mirror mirror) {
    this.signIns = signIns;
    this.mirror = mirror;
  }

  /** The lists of the connection's company; absent until it was looked at for the first time. */
  public Optional<CompanyLists> of(Connection connection) {
    return signIns
        .of(connection)
        .realm()
        .filter(realm -> !mirror.all(realm, "CompanyInfo").isEmpty())
        .filter(realm -> !mirror.all(realm, "Preferences").isEmpty())
        .map(this::of);
  }

  private CompanyLists of(String realm) {
    var company = new MirroredCompany(realm, mirror);
    var accounts = names(realm, "Account").stream().flatMap(name -> company.account(name).stream());
    var tracksClasses = company.classTracking() != Company.ClassTracking.NONE;
    return new CompanyLists(
        company.country(),
        company.home(),
        accounts.toList(),
        names(realm, "Item"),
        company.taxCodes(),
        names(realm, "PaymentMethod"),
        tracksClasses ? names(realm, "Class") : List.of(),
        company.locations() ? names(realm, "Department") : List.of(),
        names(realm, "Term"));
  }

  private List<String> names(String realm, String entity) {
    return mirror.names(realm, entity).stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
  }

  /** The numbers of accounts that have one, by their names (`quickbooks-online.md` 6.6). */
  public Map<String, String> accountNumbers(Connection connection) {
    var realm = signIns.of(connection).realm();
    var accounts = realm.stream().flatMap(one -> mirror.all(one, "Account").stream());
    return accounts
        .filter(MirrorRow::active)
        .filter(row -> !row.json().path("AcctNum").asText().isBlank())
        .collect(
            Collectors.toMap(
                MirrorRow::name, row -> row.json().path("AcctNum").asText(), (one, other) -> one));
  }

  /**
   * What can be sold, by a part of its name or SKU in any letter case; everything for none.
   *
   * @param most so many at most, by name
   */
  public List<Item> items(Connection connection, String part, int most) {
    return signIns.of(connection).realm().stream()
        .flatMap(realm -> mirror.items(realm, part.strip(), most).stream())
        .map(MirroredCompany::item)
        .toList();
  }

  /** The item of this name, if the company has it. */
  public Optional<Item> item(Connection connection, String name) {
    return signIns
        .of(connection)
        .realm()
        .flatMap(realm -> mirror.named(realm, "Item", name).stream().findFirst())
        .filter(row -> row.active() && row.isSold())
        .map(MirroredCompany::item);
  }

  /** The name of the account that sales of this item go to; absent where it has none. */
  public Optional<String> incomeAccount(Connection connection, String item) {
    return signIns
        .of(connection)
        .realm()
        .flatMap(
            realm ->
                mirror.named(realm, "Item", item).stream()
                    .findFirst()
                    .map(row -> row.json().at("/IncomeAccountRef/value").asText())
                    .flatMap(id -> mirror.find(realm, "Account", id))
                    .map(MirrorRow::name));
  }
}
