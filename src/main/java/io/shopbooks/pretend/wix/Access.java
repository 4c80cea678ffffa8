package io.shopbooks.pretend.wix;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The keys of a site and the app installed on it (`wix.md` 1). */
public final class Access {

  private final Site site;
  private final Doorkeeper doorkeeper;

  Access(Site site, Doorkeeper doorkeeper) {
    this.site = site;
    this.doorkeeper = doorkeeper;
  }

  /** Makes an API key with these permissions only. */
  public ApiKey keyFor(Scope... scopes) {
    return site.alone(() -> doorkeeper.accept(new ApiKey("IST." + site.nextId(), set(scopes))));
  }

  private static Set<Scope> set(Scope... scopes) {
    return scopes.length == 0 ? Set.of() : EnumSet.copyOf(List.of(scopes));
  }

  /** Takes an API key away. */
  public void revokes(ApiKey old) {
    site.alone(() -> doorkeeper.forget(old));
  }

  /** The app that is installed on the site. */
  public WixClient client() {
    return new WixClient(Doorkeeper.APP_ID, Doorkeeper.APP_SECRET, Doorkeeper.INSTANCE_ID);
  }

  /** The app asks for these permissions; new ones work once {@link #ownerUpdatesApp}. */
  public void appAsksFor(Scope... scopes) {
    site.alone(() -> doorkeeper.asks(set(scopes)));
  }

  /** The site's owner updates the app and so agrees to all it asks for. */
  public void ownerUpdatesApp() {
    site.alone(doorkeeper::ownerAgrees);
  }
}
