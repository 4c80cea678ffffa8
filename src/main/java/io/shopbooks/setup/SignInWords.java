package io.shopbooks.setup;

import io.shopbooks.quickbooks.SignInStates.SignIn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** A sign-in as a terminal tells it. */
public final class SignInWords {

  private SignInWords() {}

  /** How it stands, on one line. */
  public static String of(SignIn signIn) {
    var company = signIn.realm().map(realm -> "company " + realm).orElse("no company chosen");
    return switch (signIn.state()) {
      case SIGNED_IN -> "signed in to " + company + until(signIn);
      case SIGNED_OUT -> "not signed in to " + company + ": " + signIn.because();
      case NEVER -> "nobody signed in yet (" + company + ")";
    };
  }

  /** What to say of an end that is near; absent while none is. */
  public static Optional<String> warning(SignIn signIn, Instant now) {
    return signIn
        .ending(now)
        .map(
            ending ->
                "the sign-in to QuickBooks ends on "
                    + day(ending.end())
                    + (ending.daysLeft() == 1
                        ? ", in a day"
                        : ", in " + ending.daysLeft() + " days")
                    + (ending.forGood() ? "" : ", because it could not be renewed for long"));
  }

  /** What to do about it. */
  public static String remedy(String connection) {
    return "Sign in anew before: shopbooks connect " + connection + " --again";
  }

  private static String until(SignIn signIn) {
    var unused = signIn.refreshUntil().map(end -> ", until " + day(end) + " or longer if used");
    var hard = signIn.hardUntil().map(end -> ", at most until " + day(end));
    return unused.orElse("") + hard.orElse("");
  }

  private static String day(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
