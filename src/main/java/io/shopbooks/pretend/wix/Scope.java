package io.shopbooks.pretend.wix;

/** The permission scopes an accounting connector may need (`wix.md` 1.3). */
public enum Scope {
  READ_ORDERS("SCOPE.DC-STORES.READ-ORDERS"),
  READ_PAYMENTS("SCOPE.DC-CASHIER.READ-PAYMENTS"),
  READ_PLATFORM_PAYMENTS("SCOPE.PAYMENTS.PAYMENT_READ"),
  READ_REFUNDS("SCOPE.DC-PAYMENTS.READ-REFUNDS"),
  READ_EVENTS("SCOPE.DC-EVENTS.READ-BASIC-ORDERS"),
  READ_PLANS("SCOPE.DC-PAIDPLANS.READ-ORDERS"),
  READ_PRODUCTS("SCOPE.DC-STORES.READ-PRODUCTS"),
  MANAGE_PRODUCTS("SCOPE.DC-STORES.MANAGE-PRODUCTS");

  private final String id;

  Scope(String id) {
    this.id = id;
  }

  /** Its id at Wix. */
  public String id() {
    return id;
  }
}
