package io.shopbooks.console;

import io.shopbooks.connections.Draft;
import io.shopbooks.connections.EditRefused;
import io.shopbooks.connections.Finding;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps an edit of a connection file between the page that shows its difference and the button that
 * writes it, in the session of who made it: what was typed is never sent back to a page.
 */
@Component
class Drafts {

  private static final String PLACE = "draft ";

  /** Keeps the draft, and answers where it is shown. */
  String keep(Draft draft, HttpSession session) {
    session.setAttribute(PLACE + draft.connection(), draft);
    return "redirect:/connections/" + draft.connection() + "/setup/difference";
  }

  Optional<Draft> find(String connection, HttpSession session) {
    return Optional.ofNullable((Draft) session.getAttribute(PLACE + connection));
  }

  void forget(String connection, HttpSession session) {
    session.removeAttribute(PLACE + connection);
  }

  /**
   * Why an edit was refused, for a page.
   *
   * @param word a message word
   * @param findings about the file as it would be
   */
  record Refusal(String word, List<Finding> findings) {

    static Refusal of(EditRefused refused) {
      return new Refusal(refused.why().name().toLowerCase(Locale.ROOT), refused.findings());
    }
  }
}
