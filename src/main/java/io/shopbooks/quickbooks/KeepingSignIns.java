package io.shopbooks.quickbooks;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** What keeps sign-ins in order when nobody uses them: renewed every day, and ended where ended. */
@Component("keepingSignIns")
public class KeepingSignIns {

  /** A little less than a day, so that a daily look never finds one renewed just too late. */
  private static final Duration IDLE = Duration.ofHours(23);

  private final SignIns signIns;
  private final CompanyTokens tokens;
  private final Revocations revocations;
  private final Connecting connecting;
  private final Clock clock;

  KeepingSignIns(
      SignIns signIns,
      CompanyTokens tokens,
      Revocations revocations,
      Connecting connecting,
      Clock clock) {
    this.signIns = signIns;
    this.tokens = tokens;
    this.revocations = revocations;
    this.connecting = connecting;
    this.clock = clock;
  }

  /** Companies whose sign-in nobody used for a day, by realm. */
  public List<String> idle() {
    return tokens.notRenewedSince(clock.instant().minus(IDLE));
  }

  /**
   * Renews an idle sign-in; one that QuickBooks refuses is over, and {@link SignInStates} tells
   * since when.
   *
   * @throws NotSignedIn if QuickBooks does not know our app
   * @throws CompanyResting if QuickBooks cannot be asked now
   */
  public void renew(String realm) {
    signIns.renewIfIdle(realm, clock.instant().minus(IDLE));
  }

  /** Companies whose sign-in ended here and QuickBooks has not heard of it yet, by realm. */
  public List<String> toBeRevoked() {
    connecting.tidy();
    return revocations.open();
  }

  /** Tells QuickBooks that a sign-in ended. */
  public void revoke(String realm) {
    revocations.tell(realm);
  }
}
