package io.shopbooks.ledger;

import io.shopbooks.books.Due;
import java.util.List;

/** Documents that go to QuickBooks in one request: one alone, or several as a batch. */
public record Delivery(String realm, List<Due> documents) {

  public Delivery {
    documents = List.copyOf(documents);
  }

  public boolean isBatch() {
    return documents.size() > 1;
  }
}
