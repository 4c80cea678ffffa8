package io.shopbooks.books;

/** The sale or refund cannot be booked until a person decides; tells why. */
public class Unbookable extends RuntimeException {

  private final transient Reason reason;

  public Unbookable(Reason reason) {
    super(reason.toString());
    this.reason = reason;
  }

  public Unbookable(Why why) {
    this(Reason.of(why));
  }

  public Reason reason() {
    return reason;
  }
}
