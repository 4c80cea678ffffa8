package io.shopbooks.pretend.woocommerce;

import java.util.Locale;

/**
 * Where a shop stands or a buyer lives, as far as tax cares.
 *
 * @param country two letters; empty if unknown
 * @param state the shop's code of it ("NY", "QC"); empty where states do not matter
 */
record Place(String country, String state, String city, String postcode) {

  Place {
    country = country.toUpperCase(Locale.ROOT);
    state = state.toUpperCase(Locale.ROOT);
    city = city.toUpperCase(Locale.ROOT);
    postcode = postcode.toUpperCase(Locale.ROOT);
  }

  boolean isKnown() {
    return !country.isEmpty();
  }
}
