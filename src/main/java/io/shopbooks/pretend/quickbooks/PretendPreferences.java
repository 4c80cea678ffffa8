package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a person can switch in a pretend company, and how it reads what the fact sheet leaves open.
 * Every method takes effect with the next request.
 */
public final class PretendPreferences {

  private final Company company;

  PretendPreferences(Company company) {
    this.company = company;
  }

  /** Where a class may stand. */
  public enum Classes {
    NONE,
    PER_DOCUMENT,
    PER_LINE
  }

  /** Any switch by its path in the Preferences: "SalesFormsPrefs.AllowDiscount". */
  public PretendPreferences set(String path, boolean on) {
    int dot = path.indexOf('.');
    return change(p -> p.withObject("/" + path.substring(0, dot)).put(path.substring(dot + 1), on));
  }

  /** Off: tax details of documents are silently ignored. */
  public PretendPreferences useSalesTax(boolean on) {
    return set("TaxPrefs.UsingSalesTax", on);
  }

  /** On: documents carry the number they were sent with. Off: QuickBooks counts. */
  public PretendPreferences customNumbers(boolean on) {
    return set("SalesFormsPrefs.CustomTxnNumbers", on);
  }

  /** Off: a discount line is refused. */
  public PretendPreferences allowDiscount(boolean on) {
    return set("SalesFormsPrefs.AllowDiscount", on);
  }

  /** Off: SHIPPING_ITEM_ID is refused. */
  public PretendPreferences allowShipping(boolean on) {
    return set("SalesFormsPrefs.AllowShipping", on);
  }

  /** On: documents may carry a DepartmentRef, the location. */
  public PretendPreferences trackDepartments(boolean on) {
    return set("AccountingInfoPrefs.TrackDepartments", on);
  }

  /** Where a ClassRef may stand; everywhere else it is refused. */
  public PretendPreferences trackClasses(Classes where) {
    set("AccountingInfoPrefs.ClassTrackingPerTxn", where == Classes.PER_DOCUMENT);
    return set("AccountingInfoPrefs.ClassTrackingPerTxnLine", where == Classes.PER_LINE);
  }

  /** The four switches that inventory needs (6.2). */
  public PretendPreferences trackInventory(boolean on) {
    for (var name :
        List.of("QuantityOnHand", "QuantityWithPriceAndRate", "ForSales", "ForPurchase")) {
      set("ProductAndServicesPrefs." + name, on);
    }
    return this;
  }

  /** Tips: GRATUITY_ITEM_ID may stand on lines. */
  public PretendPreferences allowTips(boolean on) {
    return change(
        p -> {
          var pair = (ObjectNode) p.path("OtherPrefs").path("NameValue").path(0);
          pair.put("Value", String.valueOf(on));
        });
  }

  /** Nothing dated on or before this day may change; null opens the books. */
  public PretendPreferences closeBooks(LocalDate last) {
    return change(
        p -> {
          var accounting = p.withObject("/AccountingInfoPrefs");
          if (last == null) {
            accounting.remove("BookCloseDate");
          } else {
            accounting.put("BookCloseDate", last.toString());
          }
        });
  }

  /** Switches several currencies on; each still has to be added. */
  public PretendPreferences useCurrencies() {
    return set("CurrencyPrefs.MultiCurrencyEnabled", true);
  }

  /** QuickBooks' own rate from that day on: home units for one foreign unit. */
  public PretendPreferences rate(String currency, LocalDate day, String rate) {
    return locked(() -> new ExchangeRates(company).set(currency, day, new BigDecimal(rate)));
  }

  /** TRIAL, SUBSCRIBED, EXPIRED, SUSPENDED and so on (6.1). */
  public PretendPreferences subscription(String status) {
    return locked(
        () -> {
          var info = company.the("CompanyInfo", "1");
          var after = info.copy().put("SubscriptionStatus", status);
          company.put("CompanyInfo", company.stamped(after, info.json()), List.of());
        });
  }

  /** Decides one open fact. */
  public PretendPreferences assume(Assumption assumption, boolean holds) {
    return settings(settings -> settings.set(assumption, holds));
  }

  /** How long a requestid replays its answer; a day unless told otherwise. */
  public PretendPreferences rememberRequestIds(Duration life) {
    return settings(settings -> settings.requestIdLife(life));
  }

  /** Decimals a UnitPrice may have; 7 unless told otherwise. */
  public PretendPreferences unitPriceDecimals(int decimals) {
    return settings(settings -> settings.unitPriceDecimals(decimals));
  }

  /** Smallest units per line a tax line may be off outside the US; 0.5 unless told otherwise. */
  public PretendPreferences taxTolerancePerLine(String units) {
    return settings(settings -> settings.taxTolerancePerLine(new BigDecimal(units)));
  }

  /** Whether the documented request limits hold; they do unless told otherwise. */
  public PretendPreferences enforceLimits(boolean on) {
    company.limits().enforce(on);
    return this;
  }

  /** The shape of 429 answers; the gateway's XML unless told otherwise. */
  public PretendPreferences throttleShape(FaultShape shape) {
    company.limits().shape(shape);
    return this;
  }

  private PretendPreferences settings(Consumer<Settings> change) {
    return locked(
        () -> {
          change.accept(company.settings());
          var line = Json.object();
          line.set("settings", company.settings().json());
          company.journal().append(line);
        });
  }

  private PretendPreferences change(Consumer<ObjectNode> change) {
    return locked(
        () -> {
          var before = company.the("Preferences", "1");
          var after = before.copy();
          change.accept(after);
          company.put("Preferences", company.stamped(after, before.json()), List.of());
        });
  }

  private PretendPreferences locked(Runnable change) {
    synchronized (company) {
      change.run();
      company.commit();
    }
    return this;
  }
}
