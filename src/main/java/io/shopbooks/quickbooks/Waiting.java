package io.shopbooks.quickbooks;

import java.time.Duration;

/** How time is let pass: for real, or in a test by moving its clock. */
public interface Waiting {

  /** Returns when so much time has passed, or the thread was interrupted. */
  void await(Duration time);
}
