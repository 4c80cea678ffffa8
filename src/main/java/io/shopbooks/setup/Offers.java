package io.shopbooks.setup;

import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.CompanyLists;
import io.shopbooks.quickbooks.MirroredLists;
import io.shopbooks.shop.Probe;
import io.shopbooks.shop.Shops;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Reads what shop and company have to choose from. */
@Component
public class Offers {

  private final Shops shops;
  private final MirroredLists companies;

  Offers(Shops shops, MirroredLists companies) {
    this.shops = shops;
    this.companies = companies;
  }

  /**
   * What a connection can be given.
   *
   * @param choices none until the company is known
   * @param statuses of the shop's orders
   * @param currency of the shop's prices, or of its latest sales; empty while it is not known
   * @param american whether the company's taxes are the American ones
   * @param shopAnswers false: gateways, rates and statuses are missing
   * @param companyKnown false: nobody signed in yet, or it was never looked at
   */
  public record Offer(
      List<Choice> choices,
      Set<String> statuses,
      String currency,
      boolean american,
      boolean shopAnswers,
      boolean companyKnown) {}

  /** Asks the shop now, and looks into the mirror of the company. */
  public Offer of(Connection connection) {
    var shop = shops.glance(connection);
    var company = companies.of(connection);
    return new Offer(
        company.map(lists -> Suggestions.of(lists, shop)).orElse(List.of()),
        new TreeSet<>(shop.statuses()),
        shop.settings().currency().orElse(""),
        company.filter(CompanyLists::isAmerican).isPresent(),
        shop.reachable() && shop.findings().stream().noneMatch(Probe.Finding::stopsSales),
        company.isPresent());
  }
}
