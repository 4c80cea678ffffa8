package io.shopbooks.pretend.mailbox;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.shopbooks.pretend.PretendServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A mail server that takes everything and sends nothing on. It keeps the newest 200 mails; a mail
 * is there as soon as the client's SMTP call returns.
 */
public final class PretendMailbox implements AutoCloseable {

  private static final int KEPT = 200;

  private final Clock clock;
  private final MailLog log;
  private final Deque<Letter> letters = new ArrayDeque<>();
  private final GreenMail server;
  private int last;

  private PretendMailbox(Clock clock, int port, MailLog log) {
    this.clock = clock;
    this.log = log;
    log.open(KEPT).forEach(this::keep);
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    server.start();
    server.getUserManager().setMessageDeliveryHandler(new Postbox(this::take));
  }

  /** Listens on this port of this machine, 0 for any free one, and forgets at the end. */
  public static PretendMailbox start(Clock clock, int port) {
    return new PretendMailbox(clock, port, MailLog.none());
  }

  /** The same, keeping mails in this folder for the next start. */
  public static PretendMailbox start(Clock clock, int port, Path folder) {
    return new PretendMailbox(clock, port, MailLog.in(folder));
  }

  /** Shows the mails behind a path of a server ("/mail"). */
  public PretendMailbox mountOn(PretendServer pages, String path) {
    pages.mount(path, new MailPages(this, path));
    return this;
  }

  /** The port SMTP is spoken on. */
  public int port() {
    return server.getSmtp().getPort();
  }

  /** The mails, newest first. */
  public synchronized List<Mail> mails() {
    var mails = new ArrayList<Mail>();
    letters.descendingIterator().forEachRemaining(letter -> mails.add(letter.open()));
    return mails;
  }

  /** The mail with this number, if it is still kept. */
  public synchronized Optional<Mail> mail(int number) {
    return letters.stream()
        .filter(letter -> letter.number() == number)
        .findFirst()
        .map(Letter::open);
  }

  /** Throws all mails away; their numbers are not used again. */
  public synchronized void empties() {
    letters.clear();
  }

  private synchronized void take(List<String> recipients, byte[] mime) {
    var letter = new Letter(last + 1, clock.instant(), recipients, mime);
    keep(letter);
    log.append(letter);
  }

  private void keep(Letter letter) {
    letters.addLast(letter);
    last = letter.number();
    if (letters.size() > KEPT) {
      letters.removeFirst();
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
