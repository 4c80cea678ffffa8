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
    if (!request.isBatch()) {
      return;
    }
    if (answer.isGood() && took.compareTo(settings.fastAnswer()) <= 0) {
      sizes.merge(
          request.realm(),
          Math.min(settings.batchMost(), settings.batchStart() + STEP),
          (now, first) -> Math.min(settings.batchMost(), now + STEP));
    } else {
      halve(request.realm());
    }
  }

  void halve(String realm) {
    sizes.merge(
        realm, Math.max(1, settings.batchStart() / 2), (now, start) -> Math.max(1, now / 2));
  }
}
