package io.shopbooks.ledger;

/**
 * What a sync was.
 *
 * @param span what happened in it belongs to the run; one that did not end yet reaches until now
 * @param trouble what went wrong with the run as a whole, as a message key ("shop-unreachable");
 *     empty if nothing
 * @param detail of the trouble, in English, for those who look closer
 */
public record PastRun(long id, String connection, Span span, String trouble, String detail) {}
