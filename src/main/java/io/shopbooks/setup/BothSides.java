package io.shopbooks.setup;

import io.shopbooks.connections.Connection;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks at the shop and the company of a connection, and holds its choices against both. */
@Component
public class BothSides {

  private final ShopCheck shops;
  private final CompanyCheck companies;

  BothSides(ShopCheck shops, CompanyCheck companies) {
    this.shops = shops;
    this.companies = companies;
  }

  /**
   * How both sides are.
   *
   * @param shop which one it is, in a few words
   * @param company which one it is, in a few words; empty if it could not be looked at
   */
  public record Looked(String shop, String company, List<Found> findings) {

    /** Whether both could be looked at. */
    public boolean isReachable() {
      return findings.stream().noneMatch(Found::unreachable);
    }
  }

  /** Looks, and brings the mirror of the company up to date; throws nothing, tells findings. */
  public Looked look(Connection connection) {
    var findings = new ArrayList<Found>();
    var shop = shops.look(connection, findings);
    var company = companies.look(connection, shop, findings);
    return new Looked(shop.words(), company, List.copyOf(findings));
  }
}
