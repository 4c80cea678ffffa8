package io.shopbooks.pretend.wix;

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
    wix.does(
        () -> {
          var product = place(sku).product();
          wix.desks().stockroom().keep(product.put("tracked", false));
        });
  }

  private Stockroom.Place place(String sku) {
    return wix.desks()
        .stockroom()
        .place("sku", sku)
        .orElseThrow(() -> new IllegalArgumentException("Nothing has the SKU " + sku));
  }
}
