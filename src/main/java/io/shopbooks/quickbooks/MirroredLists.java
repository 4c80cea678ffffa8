package io.shopbooks.quickbooks;

import io.shopbooks.books.Company;
import io.shopbooks.connections.Connection;
import java.util.List;
import java.util.Optional;
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
        accounts.toList(),
        names(realm, "Item"),
        company.taxCodes(),
        names(realm, "PaymentMethod"),
        tracksClasses ? names(realm, "Class") : List.of(),
        company.locations() ? names(realm, "Department") : List.of(),
        names(realm, "Term"));
  }

  private List<String> names(String realm, String entity) {
    return mirror.all(realm, entity).stream()
        .filter(MirrorRow::active)
        .map(MirrorRow::name)
        .distinct()
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .toList();
  }
}
