package io.shopbooks.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the sessions of people who were removed, or whose role or password changed. */
class StillThere extends OncePerRequestFilter {

  private final People people;

  StillThere(People people) {
    this.people = people;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && who.getPrincipal() instanceof Person person && hasChanged(person)) {
      SecurityContextHolder.clearContext();
      request.getSession().invalidate();
    }
    rest.doFilter(request, response);
  }

  private boolean hasChanged(Person person) {
    return people.find(person.id()).filter(now -> now.changed().equals(person.changed())).isEmpty();
  }
}
