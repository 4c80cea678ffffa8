package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.shopbooks.World;
import io.shopbooks.ledger.Held;
import io.shopbooks.pretend.mailbox.Mail;
import io.shopbooks.pretend.mailbox.PretendMailbox;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A world whose reports and alarms go to a mailbox, and whose good runs a monitor hears of. */
final class MailedReports implements AutoCloseable {

  static final String PUBLIC = "https://books.acme.example";
  private static final Pattern LINK = Pattern.compile(PUBLIC + "(/links/\\S+)");

  final PretendMailbox mailbox = PretendMailbox.start(Clock.systemUTC(), 0);
  final World world;
  private final AtomicInteger beats = new AtomicInteger();
  private final HttpServer monitor;
  private int number;

  MailedReports() throws IOException {
    monitor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    monitor.createContext(
        "/ping/hush-hush",
        beat -> {
          beats.incrementAndGet();
          beat.sendResponseHeaders(200, -1);
          beat.close();
        });
    monitor.start();
    world =
        World.of(
                Store.us(),
                Region.US,
                """
                sync:
                  time-zone: America/New_York
                  start-date: "2026-01-01"
                  schedule: "0 0 * * * ?"
                taxes: { mode: mapped, us-code: New York City }
                payments: { methods: { stripe: { account: Undeposited Funds } } }
                report:
                  to: [books@acme.example]
                  send: every-sync
                  at: "00:00"
                  language: en
                  heartbeat-url: http://localhost:%d/ping/hush-hush
                """
                    .formatted(monitor.getAddress().getPort()))
            .served()
            .with("watch-runs.cron", "* * * * * ?")
            .with("mail-daily.cron", "* * * * * ?")
            .with("shopbooks.public-url", PUBLIC + "/")
            .with("shopbooks.shop.attempts", "1")
            .with("spring.mail.host", "127.0.0.1")
            .with("spring.mail.port", mailbox.port());
    world.application();
  }

  /** How often the monitor heard of a good run. */
  int beats() {
    return beats.get();
  }

  void chooses(String old, String now) throws IOException {
    Files.writeString(world.file(), Files.readString(world.file()).replace(old, now));
  }

  void sells(String number) {
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered(number));
  }

  /** An order that nothing says where its money went; its number. */
  String held() {
    var name = "H-" + ++number;
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("gift").numbered(name));
    return name;
  }

  boolean isHeld(String order) {
    return world.bean(Held.class).of("acme").stream().anyMatch(h -> h.number().equals(order));
  }

  /** Reports have a file, alarms have none. */
  List<Mail> reports() {
    return mailbox.mails().stream().filter(mail -> !mail.attachments().isEmpty()).toList();
  }

  /** The newest report. */
  Mail newest() {
    return reports().get(reports().size() - 1);
  }

  List<Mail> alarms(String subject) {
    return mailbox.mails().stream().filter(mail -> mail.subject().contains(subject)).toList();
  }

  /** The links under an order in the newest report: to try again, and to leave it out. */
  List<String> links(String order) {
    var text = newest().text();
    var part = text.substring(text.indexOf("Order " + order + ","));
    var links = LINK.matcher(part).results().map(found -> found.group(1)).toList();
    assertThat(links).hasSizeGreaterThanOrEqualTo(2);
    return links.subList(0, 2);
  }

  @Override
  public void close() {
    world.close();
    monitor.stop(0);
    mailbox.close();
  }
}
