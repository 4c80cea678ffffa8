package io.shopbooks.ledger;

/**
 * A document was planned anew, or taken by another process, after its request was written. Nothing
 * was sent; whoever has the document now sends it.
 */
public class Overtaken extends RuntimeException {

  Overtaken(String realm) {
    super("Documents of company " + realm + " changed before they were sent");
  }
}
