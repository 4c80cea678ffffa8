package io.shopbooks.crash;

import io.shopbooks.pretend.quickbooks.Fault;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * When the process is killed: at a step of its own, or when a request arrives at the company.
 *
 * @param step the route's step before which it kills itself; "" for none
 * @param time which time the step is taken
 * @param fault what befalls the request at whose arrival it is killed
 * @param late holds the request back until the process is dead
 * @param power whether its database dies with it
 */
record Moment(
    String name,
    String step,
    int time,
    Optional<Fault> fault,
    Optional<CountDownLatch> late,
    boolean power) {

  private static final String RECEIPTS = "SalesReceipt";

  /** One that a name stands for, at a place the random numbers choose. */
  interface Choice {
    Moment of(Random random);
  }

  static Moment before(String name, String step, int time) {
    return new Moment(name, step, time, Optional.empty(), Optional.empty(), false);
  }

  private static Moment arriving(String name, Fault fault) {
    return new Moment(name, "", 1, Optional.of(fault), Optional.empty(), false);
  }

  private static Moment arriving(String name, Fault fault, CountDownLatch late) {
    return new Moment(name, "", 1, Optional.of(fault), Optional.of(late), false);
  }

  Moment withPowerCut() {
    return new Moment(name, step, time, fault, late, true);
  }

  static Moment whileReading(Random random) {
    return before("an order read, not stored", "keep-changed-order", 2 + random.nextInt(20));
  }

  static Moment beforeTheCursorMoved(Random random) {
    return before("all stored, cursor not moved", "move-cursor", 1);
  }

  static Moment whilePlanning(Random random) {
    return before("half planned", "plan-its-documents", 2 + random.nextInt(20));
  }

  static Moment beforeSending(Random random) {
    return before("before sending", "send", 1 + random.nextInt(4));
  }

  static Moment beforeTheRequestWasKept(Random random) {
    return before("request written, not kept", "commit-request", 1 + random.nextInt(4));
  }

  /** The company takes it after the process died. */
  static Moment onTheWire(Random random) {
    var late = new CountDownLatch(1);
    var fault = Fault.slow(late).on("POST", "batch").entity(RECEIPTS);
    return arriving("request on the wire", fault, late);
  }

  static Moment seventeenOfThirty(Random random) {
    var fault = Fault.commitFirst(17).on("POST", "batch").entity(RECEIPTS);
    return arriving("17 of 30 committed, answer lost", fault);
  }

  static Moment answerLost(Random random) {
    var fault = Fault.loseAnswer().on("POST", "").entity(RECEIPTS).nth(1 + random.nextInt(3));
    return arriving("all committed, answer lost", fault);
  }

  static Moment answerNotStored(Random random) {
    return before("answer read, not stored", "keep-answer", 1 + random.nextInt(4));
  }

  static Moment outcomesHalfWritten(Random random) {
    return before("outcomes half written", "write-posted", 2 + random.nextInt(15));
  }

  static Moment powerCut(Random random) {
    return before("power cut, database too", "write-posted", 2 + random.nextInt(15)).withPowerCut();
  }

  static Moment customerMade(Random random) {
    return before("customer made, not the document", "write-request", 2 + random.nextInt(3));
  }

  /** The company makes the customers, and nobody hears of it. */
  static Moment customerMadeUnheard(Random random) {
    var late = new CountDownLatch(1);
    var fault =
        Fault.slow(late)
            .afterCommitting()
            .on("POST", "")
            .entity("Customer")
            .nth(1 + random.nextInt(3));
    return arriving("customer made, answer lost", fault, late);
  }

  static Moment invoiceWithoutPayment(Random random) {
    var fault = Fault.loseRequest().on("POST", "").entity("Payment");
    return arriving("invoice made, not its payment", fault);
  }

  static Moment paymentUnheard(Random random) {
    var fault = Fault.loseAnswer().on("POST", "").entity("Payment").nth(1 + random.nextInt(2));
    return arriving("payment made, answer lost", fault);
  }

  static Moment duringRecovery(Random random) {
    return before("found documents half taken over", "take-over", 1 + random.nextInt(12));
  }

  static Moment whileAsking(Random random) {
    return before("asked, answer not written", "write-answer", 1);
  }

  static Moment beforeDeleting(Random random) {
    return before("deletion kept, not sent", "delete-it", 1 + random.nextInt(12));
  }

  static Moment deletionNotWritten(Random random) {
    return before("deleted, not written", "write-what-came-of-deletion", 1 + random.nextInt(12));
  }

  static Moment beforeTheReport(Random random) {
    return before("all posted, run not ended", "end-run", 1);
  }

  static Moment anywhere(Random random) {
    return before("anywhere", Killer.ANY, 1 + random.nextInt(1500));
  }

  /** What happens in one life of a ledger: each moment ends one process. */
  record Story(String name, List<Choice> moments) {

    private static Story of(String name, Choice... moments) {
      return new Story(name, List.of(moments));
    }
  }

  /** All of them; {@link Backup} is told apart. */
  static List<Story> stories() {
    return List.of(
        Story.of("while reading", Moment::whileReading, Moment::beforeTheCursorMoved),
        Story.of("while planning", Moment::whilePlanning),
        Story.of("before sending", Moment::beforeTheRequestWasKept, Moment::beforeSending),
        Story.of("request on the wire", Moment::onTheWire),
        Story.of("17 of 30 committed", Moment::seventeenOfThirty),
        Story.of("all committed, answer lost", Moment::answerLost),
        Story.of("answer read, not stored", Moment::answerNotStored, Moment::outcomesHalfWritten),
        Story.of("customer made", Moment::customerMade, Moment::customerMadeUnheard),
        Story.of("invoice, not its payment", Moment::invoiceWithoutPayment, Moment::paymentUnheard),
        Story.of(
            "during recovery",
            Moment::seventeenOfThirty,
            Moment::duringRecovery,
            Moment::whileAsking),
        Story.of("power cut", Moment::powerCut),
        Story.of("run not ended", Moment::beforeTheReport),
        Story.of("anywhere, thrice", Moment::anywhere, Moment::anywhere, Moment::anywhere));
  }
}
