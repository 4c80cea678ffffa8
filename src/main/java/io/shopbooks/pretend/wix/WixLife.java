package io.shopbooks.pretend.wix;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The life of a site, repeatable by its seed: all its apps sell, and money comes, fails and goes
 * back. The same seed on the same site at the same time gives the same history. What follows from a
 * sale later (a refund after a day) is seen when the clock gets there.
 */
public final class WixLife {

  private final PretendWix wix;
  private final Random chance;
  private final List<Scene> scenes = new ArrayList<>();
  private final List<Scene> ahead = new ArrayList<>();

  /** The life of this site from now on. */
  public WixLife(PretendWix wix, long seed) {
    this.wix = wix;
    chance = new Random(seed);
    var cast = new Cast(wix.site().settings, chance);
    scenes.addAll(new ScenesOfStores(wix.desks(), cast).all());
    scenes.addAll(new ScenesOfApps(wix.desks(), cast).all());
  }

  /** How many different things can happen. */
  public int scenes() {
    return scenes.size();
  }

  /** Lets one thing happen now and tells it in a sentence. */
  public String lives() {
    return livesAt(wix.site().now());
  }

  /**
   * Lets so many things happen, spread evenly over the time up to now, each kind once before one
   * comes again.
   */
  public List<String> livesThrough(Duration past, int events) {
    var start = wix.site().now().minus(past);
    var told = new ArrayList<String>();
    for (var event = 1; event <= events; event++) {
      told.add(livesAt(start.plus(past.multipliedBy(event).dividedBy(events))));
    }
    return told;
  }

  /** A month of all that can happen, three times over. */
  public List<String> livesThroughAMonth() {
    return livesThrough(Duration.ofDays(30), 3 * scenes.size());
  }

  private String livesAt(Instant at) {
    if (ahead.isEmpty()) {
      ahead.addAll(scenes);
      Collections.shuffle(ahead, chance);
    }
    return wix.did(() -> ahead.remove(ahead.size() - 1).play(at.truncatedTo(ChronoUnit.MILLIS)));
  }
}
