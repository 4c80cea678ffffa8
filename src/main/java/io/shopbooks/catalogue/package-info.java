/** Remembers the shop's catalogue and what was settled between its products and their items. */
package io.shopbooks.catalogue;
