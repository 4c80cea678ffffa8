package io.shopbooks.console;

import io.shopbooks.World;
import io.shopbooks.secrecy.Secrets;
import java.net.URI;
import java.util.Map;
import org.jsoup.nodes.Document;

/** People in front of the console of a world. */
final class Visitors {

  static final String PASSWORD = Secrets.PASSWORD;

  private Visitors() {}

  static Browser nobody(World world, String language) {
    return new Browser(world.address(), language);
  }

  /** Signed in; may do everything. */
  static Browser operator(World world, String language) {
    return signedIn(world, "Olga", Role.OPERATOR, language);
  }

  /** Signed in; may only look. */
  static Browser viewer(World world, String language) {
    return signedIn(world, "Vera", Role.VIEWER, language);
  }

  static Browser signedIn(World world, String name, Role role, String language) {
    var browser = nobody(world, language);
    var isKnown = world.bean(People.class).all().stream().anyMatch(p -> p.name().equals(name));
    if (isKnown) {
      signIn(browser, name, PASSWORD);
    } else {
      join(browser, path(world.bean(SignInLinks.class).forTerminal(role)), name);
    }
    return browser;
  }

  /** Makes an account with a link. */
  static Document join(Browser browser, String link, String name) {
    var given = Map.of("name", name, "password", PASSWORD);
    return browser.fills(browser.opens(link), "/account", given);
  }

  static Document signIn(Browser browser, String name, String password) {
    var given = Map.of("name", name, "password", password);
    return browser.fills(browser.opens("/sign-in"), "/sign-in", given);
  }

  /** What comes after the host. */
  static String path(String link) {
    var address = URI.create(link);
    return address.getRawPath() + "?" + address.getRawQuery();
  }
}
