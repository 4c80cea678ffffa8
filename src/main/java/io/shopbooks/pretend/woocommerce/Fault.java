package io.shopbooks.pretend.woocommerce;

import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * A trouble that waits for its call: {@code next("/orders").with(htmlPage(503))}. Calls match by
 * what their path contains, and by method if one is given.
 */
public final class Fault {

  private final String path;
  private final BooleanSupplier strikes;
  private String method = "";
  private Trouble trouble = Trouble.none();
  private Runnable before = () -> {};
  private Runnable afterwards = () -> {};
  private int left;

  private Fault(String path, int times, BooleanSupplier strikes) {
    this.path = path;
    this.left = times;
    this.strikes = strikes;
  }

  /** For the next call whose path contains this. */
  public static Fault next(String path) {
    return nth(1, path);
  }

  /** For the n-th such call from now on. */
  public static Fault nth(int n, String path) {
    var seen = new int[1];
    return new Fault(path, 1, () -> ++seen[0] >= n);
  }

  /** For every such call until {@link PretendWooCommerce#recovers}. */
  public static Fault every(String path) {
    return new Fault(path, Integer.MAX_VALUE, () -> true);
  }

  /** For such calls by chance, repeatable by its seed. */
  public static Fault sometimes(double probability, long seed, String path) {
    var chance = new Random(seed);
    return new Fault(path, Integer.MAX_VALUE, () -> chance.nextDouble() < probability);
  }

  /** Only for calls of this method ("POST"). */
  public Fault on(String onlyMethod) {
    method = onlyMethod;
    return this;
  }

  /** What happens then. */
  public Fault with(Trouble what) {
    trouble = what;
    return this;
  }

  /** Calls this before the shop is asked: to move a clock, for example. */
  public Fault first(Runnable hook) {
    before = hook;
    return this;
  }

  /** Calls this after the shop answered and before the answer leaves: to change an order. */
  public Fault thenBeforeItArrives(Runnable hook) {
    afterwards = hook;
    return this;
  }

  /** Whether it strikes this call; a fault that is used up never does. */
  synchronized boolean strikes(String callMethod, String callPath) {
    var matches =
        callPath.contains(path) && (method.isEmpty() || method.equalsIgnoreCase(callMethod));
    if (left == 0 || !matches || !strikes.getAsBoolean()) {
      return false;
    }
    left--;
    return true;
  }

  synchronized boolean isUsedUp() {
    return left == 0;
  }

  Answer befall(Trouble.Asked asked) {
    before.run();
    var answer = trouble.befall(asked).answer;
    afterwards.run();
    return answer;
  }
}
