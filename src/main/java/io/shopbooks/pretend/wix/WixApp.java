package io.shopbooks.pretend.wix;

/** The apps that sell on a Wix site, and their ids (`wix.md` 2.4). */
public enum WixApp {
  /** Wix Stores and the eCommerce platform, as cashier rows name them. */
  STORES("1380b703-ce81-ff05-f115-39571d94dfcd"),
  /** Wix Stores as line items name it. */
  STORES_CATALOG("215238eb-22a5-4c36-9e7b-e7c08025e04e"),
  BOOKINGS("13d21c63-b5ec-5912-8397-c3a5ddb27a97"),
  VIDEO("14409595-f076-4753-8303-9a86f9f71469"),
  MUSIC("13bb5d67-1add-e770-a71f-001277e17c57"),
  EVENTS("140603ad-af8d-84a5-2c80-a0f60cb47351"),
  /** Its id is published nowhere: this one is invented, and unknown to everybody. */
  ART_STORE("0a57b1c4-7a11-4000-8000-00000000a127"),
  PRICING_PLANS("1522827f-c56c-a5c9-2ac9-00f9e6ae12d3"),
  INVOICES("13ee94c1-b635-8505-3391-97919052c16f"),
  PAY_LINKS("324cf725-53d9-4bb2-b8f6-0c8ec9a77f45"),
  GIFT_CARDS("d80111c5-a0f4-47a8-b63a-65b54d774a27");

  private final String id;

  WixApp(String id) {
    this.id = id;
  }

  /** Its id, a GUID. */
  public String id() {
    return id;
  }
}
