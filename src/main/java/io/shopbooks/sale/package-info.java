/** The sale: our reading of a shop's order, in the shop's own words, exact. Depends on nothing. */
package io.shopbooks.sale;
