package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.InBooks;
import io.shopbooks.books.Removed;
import io.shopbooks.books.Seen;
import io.shopbooks.connections.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads documents that should be in a company once more, by their dates, whatever change data
 * capture told: it reaches back 30 days, and names no document whose memo a person rewrote
 * (`quickbooks-online.md` 4.2).
 */
@Component("recount")
public class Recount {

  /** So many ids fit into the address of a question. */
  private static final int IDS = 100;

  private final Queries queries;
  private final Mirror mirror;

  Recount(Queries queries, Mirror mirror) {
    this.queries = queries;
    this.mirror = mirror;
  }

  /**
   * What is not in the company as it is known here: documents of another version, those that are
   * there no more, and those of this shop that are not known. One read for each 1,000 documents of
   * the days and kinds of those known; none where there are none.
   *
   * @param known as the ledger has them
   * @throws CompanyResting if QuickBooks does not answer
   */
  public List<Seen> differing(Connection connection, String realm, List<InBooks> known) {
    var found = new ArrayList<Seen>();
    known.stream()
        .collect(Collectors.groupingBy(document -> Forms.entity(document.key().kind())))
        .forEach(
            (entity, documents) ->
                found.addAll(new Pile(connection, realm, entity, documents).read()));
    return found;
  }

  /** The documents of one entity. */
  private final class Pile {

    private final Connection connection;
    private final String realm;
    private final String entity;
    private final LocalDate first;
    private final LocalDate last;

    /** By their ids, those that were not met yet. */
    private final Map<String, InBooks> missing = new HashMap<>();

    private final List<Seen> differing = new ArrayList<>();

    Pile(Connection connection, String realm, String entity, List<InBooks> documents) {
      this.connection = connection;
      this.realm = realm;
      this.entity = entity;
      var dates = documents.stream().map(InBooks::date).sorted().toList();
      first = dates.get(0);
      last = dates.get(dates.size() - 1);
      documents.forEach(document -> missing.put(document.quickbooksId(), document));
    }

    List<Seen> read() {
      var days = " where TxnDate >= '%s' and TxnDate <= '%s' orderby Id".formatted(first, last);
      queries.each(realm, entity, days, this::met);
      // A person may have given it another date.
      var elsewhere = List.copyOf(missing.keySet());
      for (int from = 0; from < elsewhere.size(); from += IDS) {
        var ids = elsewhere.subList(from, Math.min(from + IDS, elsewhere.size()));
        var named = ids.stream().map(Queries::quoted).collect(Collectors.joining(", "));
        queries.each(realm, entity, " where Id in (" + named + ")", this::met);
      }
      missing.keySet().forEach(id -> differing.add(new Removed(realm, Forms.kinds(entity), id)));
      return differing;
    }

    private void met(JsonNode json) {
      var known = Optional.ofNullable(missing.remove(json.path("Id").asText()));
      var isSame =
          known.filter(k -> k.syncToken().equals(json.path("SyncToken").asText())).isPresent();
      if (!isSame) {
        var company = new MirroredCompany(realm, mirror);
        key(json, known)
            .map(key -> Forms.inBooks(key, json, company.home()))
            .ifPresent(differing::add);
      }
    }

    /** Our marker in the memo; of a document that we know, we need none. */
    private Optional<DocumentKey> key(JsonNode json, Optional<InBooks> known) {
      var ofThisShop =
          DocumentKey.in(json.path("PrivateNote").asText(""), realm)
              .filter(key -> key.shop().equals(connection.shopId()));
      return known.map(InBooks::key).or(() -> ofThisShop);
    }
  }
}
