package io.shopbooks.quickbooks;

/** Nobody is signed in to the company: a person must sign in. Nothing is lost meanwhile. */
public class NotSignedIn extends RuntimeException {

  private final String realm;

  NotSignedIn(String realm, String because) {
    super("Not signed in to QuickBooks company " + realm + ": " + because);
    this.realm = realm;
  }

  public String realm() {
    return realm;
  }
}
