package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.Choices.NumberBy;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.FileEdit;
import io.shopbooks.sale.Rate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * Holds a connection's choices against its company before anything is sent: everything they name is
 * there, and numbering, tax and currencies fit. Works on the mirror, which is to be fresh.
 */
@Component("preflight")
public class Preflight {

  /** `quickbooks-online.md` 6.1: writes are refused with 6190. */
  private static final Set<String> READ_ONLY =
      Set.of("EXPIRED", "RESTRICTED", "SUSPENDED", "CANCELED");

  private final Lookout lookout;
  private final Mirror mirror;
  private final Quantities quantities;

  Preflight(Lookout lookout, Mirror mirror, Quantities quantities) {
    this.lookout = lookout;
    this.mirror = mirror;
    this.quantities = quantities;
  }

  /**
   * Something a person should know or change.
   *
   * @param facts that its words name
   * @param stopsSales whether sales are held until it is changed
   * @param edit of the connection file that would change it; absent where a person must choose, or
   *     change something in QuickBooks
   */
  public record Finding(
      Misfit misfit, Map<String, String> facts, boolean stopsSales, Optional<FileEdit> edit) {

    public Finding {
      facts = Map.copyOf(facts);
    }

    static Finding stops(Misfit misfit, Map<String, String> facts) {
      return new Finding(misfit, facts, true, Optional.empty());
    }

    static Finding note(Misfit misfit, Map<String, String> facts) {
      return new Finding(misfit, facts, false, Optional.empty());
    }

    Finding with(FileEdit edit) {
      return new Finding(misfit, facts, stopsSales, Optional.of(edit));
    }
  }

  /**
   * What is known of the shop.
   *
   * @param currency of its prices
   * @param rates its tax rates; their amounts do not count
   * @param gateways ids of those that are switched on
   */
  public record ShopFacts(Optional<Currency> currency, List<Rate> rates, List<String> gateways) {}

  /**
   * The company, and what does not fit.
   *
   * @param plan as QuickBooks names it: "Plus"; may be empty
   * @param subscription as QuickBooks names it: "SUBSCRIBED"; may be empty
   */
  public record Looked(
      String company, String country, String plan, String subscription, List<Finding> findings) {}

  /** Holds the choices of the connection against the company. */
  public Looked look(Connection connection, String realm, ShopFacts shop) {
    var company = lookout.facts(realm);
    var info = only(realm, "CompanyInfo");
    var subscription = info.path("SubscriptionStatus").asText("");
    var findings = new ArrayList<Finding>();
    subscription(subscription, findings);
    numbering(connection, company.customNumbers(), findings);
    new PreflightCurrencies(connection, company, shop).addTo(findings);
    new PreflightTaxes(connection, company, shop, partnerTax(realm)).addTo(findings);
    new PreflightLists(connection, company, this::accountTypeOfItem).addTo(findings);
    new PreflightPayments(connection, company, shop).addTo(findings);
    stock(connection, realm, findings);
    return new Looked(
        info.path("CompanyName").asText(realm),
        company.country(),
        plan(info),
        subscription,
        List.copyOf(findings));
  }

  private static void subscription(String status, List<Finding> findings) {
    if (READ_ONLY.contains(status)) {
      findings.add(Finding.stops(Misfit.SUBSCRIPTION_OVER, Map.of("status", status)));
    }
  }

  private void stock(Connection connection, String realm, List<Finding> findings) {
    if (connection.stock().enabled() && !quantities.areKept(realm)) {
      var why =
          lookout.facts(realm).country().equals("FR")
              ? Misfit.NO_STOCK_OF_FRENCH_COMPANIES
              : Misfit.NO_QUANTITIES;
      findings.add(
          Finding.note(why, Map.of("file", connection.file().toString()))
              .with(FileEdit.yaml(List.of("stock", "enabled"), "false")));
    }
  }

  private static void numbering(Connection connection, boolean custom, List<Finding> findings) {
    var byShop = connection.choices().sales().numberBy() == NumberBy.SHOP;
    if (byShop != custom) {
      findings.add(
          Finding.stops(
                  byShop ? Misfit.COMPANY_NUMBERS : Misfit.NOBODY_NUMBERS,
                  Map.of("file", connection.file().toString()))
              .with(
                  FileEdit.text(List.of("sales", "number", "by"), byShop ? "quickbooks" : "shop")));
    }
  }

  /** Absent: the company has no automated sales tax. */
  private Optional<Boolean> partnerTax(String realm) {
    var flag = only(realm, "Preferences").path("TaxPrefs").path("PartnerTaxEnabled");
    return flag.isBoolean() ? Optional.of(flag.booleanValue()) : Optional.empty();
  }

  private Optional<String> accountTypeOfItem(String realm, String item) {
    return mirror.named(realm, "Item", item).stream()
        .filter(MirrorRow::active)
        .map(row -> row.json().path("IncomeAccountRef").path("value").asText())
        .findFirst()
        .flatMap(id -> mirror.find(realm, "Account", id))
        .map(account -> account.json().path("AccountType").asText());
  }

  static String plan(JsonNode info) {
    return StreamSupport.stream(info.path("NameValue").spliterator(), false)
        .filter(pair -> pair.path("Name").asText().equals("OfferingSku"))
        .map(pair -> pair.path("Value").asText())
        .findFirst()
        .orElse("");
  }

  private JsonNode only(String realm, String entity) {
    return mirror.all(realm, entity).stream()
        .findFirst()
        .map(MirrorRow::json)
        .orElseThrow(() -> new IllegalStateException(entity + " of " + realm + " was never read"));
  }
}
