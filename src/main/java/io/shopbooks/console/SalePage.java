package io.shopbooks.console;

import io.shopbooks.books.DocumentKind;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Dossier;
import io.shopbooks.ledger.Dossiers;
import io.shopbooks.report.Words;
import io.shopbooks.shop.Shops;
import io.shopbooks.shop.Unreadable;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One order: what the shop said, what we made of it, what was sent, and what came of it. */
@Controller
@ConditionalOnWebApplication
class SalePage {

  private final Connections connections;
  private final Dossiers dossiers;
  private final Shops shops;
  private final String documentUrl;

  /**
   * @param documentUrl where QuickBooks shows a document, with {entity}, {id} and {realm}; empty:
   *     nowhere
   */
  SalePage(
      Connections connections,
      Dossiers dossiers,
      Shops shops,
      @Value("${quickbooks.document-url:}") String documentUrl) {
    this.connections = connections;
    this.dossiers = dossiers;
    this.shops = shops;
    this.documentUrl = documentUrl;
  }

  @GetMapping("/connections/{name}/sales/{id}")
  String show(@PathVariable String name, @PathVariable String id, Locale locale, Model model) {
    var words = Words.in(locale);
    var connection = connections.named(name);
    var zone = connection.choices().zone();
    var dossier =
        dossiers
            .of(name, id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such order"));
    model.addAttribute("name", name);
    model.addAttribute("dossier", dossier);
    model.addAttribute("sale", SalesPage.shown(dossier.sale(), zone, words));
    model.addAttribute("zone", zone);
    model.addAttribute("links", links(dossier));
    read(connection, dossier, model);
    return "console/sale";
  }

  /** With today's mapping, which may read it otherwise than the one it was planned with. */
  private void read(Connection connection, Dossier dossier, Model model) {
    try {
      model.addAttribute("reading", shops.saleJson(connection, dossier.json()));
    } catch (Unreadable e) {
      model.addAttribute("unreadable", e.getMessage());
    }
  }

  /**
   * The addresses of its documents in QuickBooks, by their ids here; none where nobody told where
   * it shows them.
   */
  private Map<Long, String> links(Dossier dossier) {
    return documentUrl.isBlank()
        ? Map.of()
        : dossier.documents().stream()
            .filter(paper -> !paper.quickbooksId().isEmpty())
            .collect(Collectors.toMap(Dossier.Paper::id, paper -> link(paper, dossier.realm())));
  }

  private String link(Dossier.Paper paper, String realm) {
    var entity =
        switch (DocumentKind.of(paper.kind())) {
          case APPLICATION -> "payment";
          case EXPENSE -> "purchase";
          default -> paper.kind().replace("-", "");
        };
    return documentUrl
        .replace("{entity}", entity)
        .replace("{id}", paper.quickbooksId())
        .replace("{realm}", realm);
  }
}
