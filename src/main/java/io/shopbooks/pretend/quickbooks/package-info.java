/** A pretend QuickBooks Online that refuses what the real one refuses and keeps real books. */
package io.shopbooks.pretend.quickbooks;
