/** What came, what was planned, what was sent, and what came of it. */
package io.shopbooks.ledger;
