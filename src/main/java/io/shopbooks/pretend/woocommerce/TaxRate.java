package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * A tax rate of the shop (`woocommerce.md` 5).
 *
 * @param country where it applies; empty: everywhere. So for state, cities and postcodes
 * @param percent 4.875 for 4.875 %
 * @param priority of several rates with one priority only the most specific applies
 * @param compound whether it is counted on the taxes before it, too
 * @param shipping whether shipping is taxed with it
 * @param taxClass "standard", "reduced-rate", "zero-rate"
 */
record TaxRate(
    int id,
    String country,
    String state,
    List<String> cities,
    List<String> postcodes,
    BigDecimal percent,
    String name,
    int priority,
    boolean compound,
    boolean shipping,
    String taxClass) {

  /** Reads what GET /taxes/{id} answers. */
  static TaxRate of(JsonNode paper) {
    return new TaxRate(
        paper.path("id").asInt(),
        paper.path("country").asText(),
        paper.path("state").asText(),
        texts(paper.path("cities")),
        texts(paper.path("postcodes")),
        new BigDecimal(paper.path("rate").asText()),
        paper.path("name").asText(),
        paper.path("priority").asInt(),
        paper.path("compound").asBoolean(),
        paper.path("shipping").asBoolean(),
        paper.path("class").asText());
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  boolean appliesAt(Place place) {
    return fits(country, place.country())
        && fits(state, place.state())
        && fits(cities, place.city())
        && fits(postcodes, place.postcode());
  }

  private static boolean fits(String wanted, String actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }

  private static boolean fits(List<String> wanted, String actual) {
    return wanted.isEmpty() || wanted.contains(actual);
  }

  /** How narrowly it is drawn; the narrowest of a priority wins. */
  int specificity() {
    return (country.isEmpty() ? 0 : 1)
        + (state.isEmpty() ? 0 : 2)
        + (postcodes.isEmpty() ? 0 : 4)
        + (cities.isEmpty() ? 0 : 8);
  }

  /** The same, applied beside the rates of the first priority. */
  TaxRate second() {
    return like(2, compound);
  }

  /** The same, counted on the taxes before it. */
  TaxRate compounded() {
    return like(priority, true);
  }

  private TaxRate like(int otherPriority, boolean isCompound) {
    return new TaxRate(
        id,
        country,
        state,
        cities,
        postcodes,
        percent,
        name,
        otherPriority,
        isCompound,
        shipping,
        taxClass);
  }

  /** "US-NY-NYC CITY TAX-2", "GB-VAT-1". */
  String code() {
    var where = state.isEmpty() ? country : country + "-" + state;
    return where + "-" + name.toUpperCase(Locale.ROOT) + "-" + priority;
  }

  /** What GET /taxes/{id} answers, without links. */
  ObjectNode paper() {
    var paper =
        Json.object()
            .put("id", id)
            .put("country", country)
            .put("state", state)
            .put("postcode", postcodes.isEmpty() ? "" : postcodes.get(0))
            .put("city", cities.isEmpty() ? "" : cities.get(0))
            .put("rate", Amounts.shown(percent, 4))
            .put("name", name)
            .put("priority", priority)
            .put("compound", compound)
            .put("shipping", shipping)
            .put("order", 0)
            .put("class", taxClass);
    postcodes.forEach(paper.putArray("postcodes")::add);
    cities.forEach(paper.putArray("cities")::add);
    return paper;
  }
}
