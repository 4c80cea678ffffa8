package io.shopbooks.pretend.wix;

import java.util.Set;

/** An API key and what its owner let it do (`wix.md` 1.1). */
public record ApiKey(String key, Set<Scope> scopes) {

  /** Copies the scopes. */
  public ApiKey {
    scopes = Set.copyOf(scopes);
  }
}
