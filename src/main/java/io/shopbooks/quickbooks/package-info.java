/** Speaks with QuickBooks Online, as the only room that does. */
package io.shopbooks.quickbooks;
