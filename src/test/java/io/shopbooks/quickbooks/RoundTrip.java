package io.shopbooks.quickbooks;

import io.shopbooks.AtIntuit;
import io.shopbooks.pretend.quickbooks.AppClient;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.quickbooks.Connecting.Return;
import io.shopbooks.quickbooks.SignInAttempt.Outcome;
import java.net.URI;
import java.util.List;

/** A person's browser on its way to Intuit's page and back, and a company to sign in to. */
final class RoundTrip implements AutoCloseable {

  static final URI CALLBACK = URI.create("http://localhost:8080/oauth/quickbooks/callback");

  final CountingHouse house = CountingHouse.shared();
  final Connecting connecting = house.bean(Connecting.class);
  final String browser = connecting.browser();
  final Counter counter;

  RoundTrip() {
    house.quickbooks.register(new AppClient("app", "secret", List.of(CALLBACK.toString())));
    counter = house.open(Region.US);
  }

  /** The address at Intuit to which the browser goes. */
  URI begun() {
    return connecting.begin(house.connection(), "ann", browser, CALLBACK);
  }

  static Return from(URI back) {
    var told = AtIntuit.parameters(back);
    return new Return(
        told.getOrDefault("state", ""),
        told.getOrDefault("code", ""),
        told.getOrDefault("realmId", ""),
        told.getOrDefault("error", ""));
  }

  /** What comes back when the person connects this company. */
  Return granted(String realm) {
    return from(AtIntuit.connects(begun(), realm));
  }

  /** What came of the last one. */
  Outcome outcome() {
    return connecting.last(browser).orElseThrow().outcome();
  }

  SignInStates.SignIn standing() {
    return house.bean(SignInStates.class).of(house.connection());
  }

  /** Another company that is there. */
  String elsewhere() {
    var realm = counter.realm + "9";
    house.quickbooks.open(realm, Region.CA);
    return realm;
  }

  @Override
  public void close() {
    house.quickbooks.clearFaults();
    house.quickbooks.register(new AppClient("app", "secret", List.of()));
  }
}
