package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.Change;
import io.shopbooks.books.Chart;
import io.shopbooks.books.CompanySide;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A company as a plan sees it, by its mirror. Asks QuickBooks nothing. */
@Component("companyView")
public class CompanyView {

  /** Moves with every document, or says nothing about what a document becomes. */
  private static final Set<String> BESIDE_THE_POINT =
      Set.of(
          "CurrentBalance",
          "CurrentBalanceWithSubAccounts",
          "Balance",
          "BalanceWithJobs",
          "QtyOnHand",
          "AvgCost",
          "SyncToken",
          "MetaData",
          "time");

  private final JdbcClient db;
  private final Mirror mirror;
  private final References references;
  private final Lookout lookout;

  CompanyView(JdbcClient db, Mirror mirror, References references, Lookout lookout) {
    this.db = db;
    this.mirror = mirror;
    this.references = references;
    this.lookout = lookout;
  }

  /** The company, as far as these changes of its books concern it. */
  public CompanySide of(String realm, List<Change> changes) {
    return new CompanySide(hash(realm), references.missing(realm, changes), chart(realm));
  }

  /** Its accounts. */
  private Chart chart(String realm) {
    var incomes = new HashMap<String, String>();
    mirror
        .all(realm, "Item")
        .forEach(item -> incomes.put(item.id(), item.json().at("/IncomeAccountRef/name").asText()));
    incomes.values().removeIf(String::isEmpty);
    var home = lookout.facts(realm).home().getCurrencyCode();
    var receivables = new HashMap<Currency, String>();
    var undeposited = "Undeposited Funds";
    for (var account : mirror.all(realm, "Account")) {
      if (account.json().path("AccountType").asText().equals("Accounts Receivable")) {
        var currency = account.json().path("CurrencyRef").path("value").asText(home);
        receivables.putIfAbsent(Currency.getInstance(currency), account.name());
      }
      if (account.json().path("AccountSubType").asText().equals("UndepositedFunds")) {
        undeposited = account.name();
      }
    }
    return new Chart(incomes, receivables, undeposited);
  }

  private String hash(String realm) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      db.sql("select entity, json from quickbooks_mirror where realm = :realm order by entity, id")
          .param("realm", realm)
          .query(
              row -> {
                var json = MirrorRow.read(row.getString(1), row.getString(2)).json();
                digest.update(row.getString(1).getBytes(StandardCharsets.UTF_8));
                digest.update(essence(json).getBytes(StandardCharsets.UTF_8));
              });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String essence(JsonNode json) {
    ObjectNode essence = json.deepCopy();
    essence.remove(BESIDE_THE_POINT);
    return essence.toString();
  }

  /**
   * Looks at the company as if no period of it were closed, until the transaction ends: what was
   * posted was posted while it was open. The transaction must be one that is rolled back.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void asIfOpen(String realm) {
    for (var row : mirror.all(realm, "Preferences")) {
      ObjectNode open = row.json().deepCopy();
      if (open.get("AccountingInfoPrefs") instanceof ObjectNode accounting) {
        accounting.remove("BookCloseDate");
      }
      mirror.put(realm, "Preferences", open, Instant.EPOCH);
    }
  }
}
