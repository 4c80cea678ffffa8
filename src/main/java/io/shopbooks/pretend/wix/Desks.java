package io.shopbooks.pretend.wix;

/** Who sells on the site, takes money and gives it back. Callers have the site to themselves. */
record Desks(
    Stockroom stockroom,
    CashierBook cashier,
    Till till,
    RefundDesk refunds,
    BoxOffice tickets,
    PlanDesk plans) {

  static Desks of(Site site) {
    var happenings = new Happenings(site);
    var cashier = new CashierBook(site, happenings);
    var stockroom = new Stockroom(site, happenings);
    var till = new Till(site, stockroom, cashier, happenings);
    return new Desks(
        stockroom,
        cashier,
        till,
        new RefundDesk(site, till, cashier, happenings),
        new BoxOffice(site, cashier, happenings),
        new PlanDesk(site, cashier, happenings));
  }
}
