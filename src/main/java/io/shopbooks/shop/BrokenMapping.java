package io.shopbooks.shop;

/** A mapping file that cannot be used. At the start it stops the start. */
public final class BrokenMapping extends RuntimeException {

  private final String place;
  private final String problem;
  private final String remedy;

  /**
   * @param place file and line: {@code mappings/woocommerce/order.jslt:12}
   * @param problem as a sentence
   * @param remedy what to do, as a sentence
   */
  BrokenMapping(String place, String problem, String remedy) {
    super(place + ": " + problem + " " + remedy);
    this.place = place;
    this.problem = problem;
    this.remedy = remedy;
  }

  /** File and line, as far as the line is known. */
  public String place() {
    return place;
  }

  public String problem() {
    return problem;
  }

  public String remedy() {
    return remedy;
  }
}
