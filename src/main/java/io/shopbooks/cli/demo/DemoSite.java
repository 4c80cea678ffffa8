package io.shopbooks.cli.demo;

import io.shopbooks.pretend.wix.PretendWix;
import io.shopbooks.pretend.wix.WixLife;
import java.time.Duration;

/** The life of the demo's Wix site: some days of it lie behind when it is first opened. */
final class DemoSite {

  static final String CONNECTION = "demo-wix";

  private static final Duration PAST = Duration.ofDays(6);
  private static final int EVENTS = 24;

  private final PretendWix site;
  private final WixLife life;

  DemoSite(PretendWix site) {
    this.site = site;
    this.life = new WixLife(site, System.nanoTime());
    if (site.audit().charges().isEmpty()) {
      life.livesThrough(PAST, EVENTS);
    }
  }

  /** Webhooks go to this address from now on; what happened before, the first sync reads. */
  void connect(String address) {
    site.webhooks().subscribe(address, "PAYMENT_EVENT", "wix.ecom.v1.order_approved");
  }

  /** One thing happens and is told to those who listen. */
  String goesOn() {
    var told = life.lives();
    site.deliversWebhooks();
    return told;
  }
}
