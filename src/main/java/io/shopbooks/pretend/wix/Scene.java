package io.shopbooks.pretend.wix;

import java.time.Instant;

/** One thing that can happen on a site, with all that follows from it. */
@FunctionalInterface
interface Scene {

  /** Lets it begin at this time and tells it in a sentence. */
  String play(Instant at);
}
