package io.shopbooks.connections;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.Choices.DocumentRule;
import io.shopbooks.books.Choices.SaleDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads {@code sales.document}: one word, or rules of which the first that fits decides. */
final class DocumentRules {

  private static final TotalRange ANY = new TotalRange(Optional.empty(), Optional.empty());

  private DocumentRules() {}

  static List<DocumentRule> of(JsonNode document) {
    return document.isTextual()
        ? List.of(always(document.textValue()))
        : StreamSupport.stream(document.spliterator(), false).map(DocumentRules::rule).toList();
  }

  private static DocumentRule always(String then) {
    return new DocumentRule(
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Values.word(SaleDocument.class, then));
  }

  private static DocumentRule rule(JsonNode rule) {
    var when = new Values(rule.path("when"));
    var total = TotalRange.of(when.text("total")).orElse(ANY);
    return new DocumentRule(
        when.set("status"),
        when.set("gateway"),
        when.set("role"),
        when.set("country"),
        when.set("currency"),
        total.from(),
        total.below(),
        Values.word(SaleDocument.class, rule.path("then").asText()));
  }
}
