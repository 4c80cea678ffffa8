package io.shopbooks.report;

/** Named as the failure of the room that signs in. */
final class NotSignedIn extends RuntimeException {

  NotSignedIn(String message) {
    super(message);
  }
}
