/** Decides which quantities of QuickBooks go to the shop, and remembers what both sides had. */
package io.shopbooks.stock;
