package io.shopbooks.pretend.woocommerce;

/** Those who act on a shop, each for one kind of act. */
record Desk(
    Checkout checkout,
    BackOffice office,
    Refunding refunding,
    ProductDesk products,
    Accounts accounts) {

  static Desk of(Shop shop, Webhooks webhooks) {
    var stockroom = new Stockroom(shop, webhooks);
    var progress = new Progress(shop, stockroom);
    var checkout = new Checkout(shop, webhooks, progress);
    var refunding = new Refunding(shop, webhooks, stockroom);
    var recalculation = new Recalculation(shop, checkout);
    var office = new BackOffice(shop, webhooks, progress, refunding, recalculation);
    return new Desk(
        checkout, office, refunding, new ProductDesk(shop, webhooks), new Accounts(shop, webhooks));
  }
}
