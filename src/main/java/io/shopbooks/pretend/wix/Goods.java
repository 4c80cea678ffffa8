package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** What a person of the site sees and changes of its stock. */
public final class Goods {

  private final PretendWix wix;

  Goods(PretendWix wix) {
    this.wix = wix;
  }

  /** How many there are of what has this SKU. */
  public int stock(String sku) {
    return wix.did(() -> place(sku).quantity());
  }

  /** Sets how many there are. */
  public void sets(String sku, int quantity) {
    wix.does(() -> wix.desks().stockroom().set(place(sku), quantity));
  }

  /** The product is not counted any more. */
  public void stopsCounting(String sku) {
    changes(sku, product -> product.put("tracked", false));
  }

  /** What it costs usually. */
  public void prices(String sku, String amount) {
    changes(sku, product -> product.put("price", new BigDecimal(amount)));
  }

  /** For a while it costs less. */
  public void reduces(String sku, String amount) {
    changes(sku, product -> product.put("reduced", new BigDecimal(amount)));
  }

  /** Buyers do not see it any more. */
  public void hides(String sku) {
    changes(sku, product -> product.put("visible", false));
  }

  private void changes(String sku, Consumer<ObjectNode> change) {
    wix.does(
        () -> {
          var product = place(sku).product();
          change.accept(product);
          wix.desks().stockroom().keep(product);
        });
  }

  private Stockroom.Place place(String sku) {
    return wix.desks()
        .stockroom()
        .place("sku", sku)
        .orElseThrow(() -> new IllegalArgumentException("Nothing has the SKU " + sku));
  }
}
