package io.shopbooks.console;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Signs people in by name and password, and makes those wait who guess. */
@Component
@ConditionalOnWebApplication
class PasswordSignIn implements AuthenticationProvider {

  private final People people;
  private final Guesses guesses;

  PasswordSignIn(People people, Guesses guesses) {
    this.people = people;
    this.guesses = guesses;
  }

  @Override
  public Authentication authenticate(Authentication given) {
    var name = given.getName();
    var address = address();
    if (guesses.areTooMany(name, address)) {
      throw new LockedException("Too many sign-ins failed");
    }
    var person = people.known(name, String.valueOf(given.getCredentials()));
    if (person.isEmpty()) {
      guesses.add(name, address);
      throw new BadCredentialsException("Name or password is wrong");
    }
    guesses.forget(name, address);
    return signedIn(person.get());
  }

  /**
   * Somebody who chose a password with a link just now. What was guessed before does not count: it
   * was most likely them, who had forgotten it.
   */
  Authentication joined(Person person) {
    guesses.forget(person.name(), address());
    return signedIn(person);
  }

  private static Authentication signedIn(Person person) {
    return UsernamePasswordAuthenticationToken.authenticated(
        person, null, AuthorityUtils.createAuthorityList(person.role().authority()));
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }

  private static String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
        ? here.getRequest().getRemoteAddr()
        : "";
  }
}
