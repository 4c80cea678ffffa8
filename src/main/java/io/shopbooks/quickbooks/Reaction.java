package io.shopbooks.quickbooks;

import io.shopbooks.books.Why;
import java.time.Duration;

/** What to do about an error (`quickbooks-online.md` 9.2). */
sealed interface Reaction {

  /** The access token is old: get a new one and try again, once. */
  record NewToken() implements Reaction {}

  /** Nobody is signed in any more who may do this: the company stops until a person signs in. */
  record SignIn() implements Reaction {}

  /** The company cannot be written to for a while. */
  record Rest(Duration time) implements Reaction {}

  /** The company stops until a person acted in QuickBooks. */
  record Stop() implements Reaction {}

  /** The document waits and goes again. */
  record Later() implements Reaction {}

  /** The batch was too large. */
  record Smaller() implements Reaction {}

  /** It may be in the books: ask. */
  record Ask() implements Reaction {}

  /** Mend the document and send it once more; what then is still refused is held. */
  record Mend(Repair repair, Why otherwise) implements Reaction {}

  /** A person must decide. */
  record Hold(Why why) implements Reaction {}
}
