package io.shopbooks.cli;

import io.shopbooks.quickbooks.SignInStates.SignIn;
import java.time.ZoneOffset;

/** A sign-in as a terminal tells it. */
final class SignInWords {

  private SignInWords() {}

  static String of(SignIn signIn) {
    var company = signIn.realm().map(realm -> "company " + realm).orElse("no company chosen");
    return switch (signIn.state()) {
      case SIGNED_IN -> "signed in to " + company + until(signIn);
      case SIGNED_OUT -> "not signed in to " + company + ": " + signIn.because();
      case NEVER -> "nobody signed in yet (" + company + ")";
    };
  }

  private static String until(SignIn signIn) {
    var unused = signIn.refreshUntil().map(end -> ", until " + day(end) + " or longer if used");
    var hard = signIn.hardUntil().map(end -> ", at most until " + day(end));
    return unused.orElse("") + hard.orElse("");
  }

  private static String day(java.time.Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
