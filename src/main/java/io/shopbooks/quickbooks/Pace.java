package io.shopbooks.quickbooks;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many documents a batch may hold now: starts small, grows while answers are fast, and halves
 * when an answer is lost or slow (DESIGN 4.7).
 */
@Component("pace")
public class Pace {

  private static final int STEP = 5;

  private final QuickBooksSettings settings;
  private final ConcurrentHashMap<String, Integer> sizes = new ConcurrentHashMap<>();

  Pace(QuickBooksSettings settings) {
    this.settings = settings;
  }

  public int batchSize(String realm) {
    return sizes.getOrDefault(realm, settings.batchStart());
  }

  void answered(Request request, Answer answer, Duration took) {
    if (!request.isWrite()) {
      return;
    }
    var fast = answer.isGood() && took.compareTo(settings.fastAnswer()) <= 0;
    if (fast && request.isBatch()) {
      grow(request.realm(), settings.batchMost());
    } else if (fast) {
      // Where documents go singly, nothing else tells that batches may be tried again.
      grow(request.realm(), Math.max(batchSize(request.realm()), settings.batchStart()));
    } else if (request.isBatch()) {
      halve(request.realm());
    }
  }

  private void grow(String realm, int most) {
    sizes.compute(realm, (key, now) -> Math.min(most, size(now) + STEP));
  }

  void halve(String realm) {
    sizes.compute(realm, (key, now) -> Math.max(1, size(now) / 2));
  }

  /** The next documents go one by one, so that the one that spoils a batch is found. */
  void singly(String realm) {
    sizes.put(realm, 1);
  }

  private int size(Integer known) {
    return known == null ? settings.batchStart() : known;
  }
}
