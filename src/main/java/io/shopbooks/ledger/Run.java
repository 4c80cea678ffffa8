package io.shopbooks.ledger;

import java.time.Instant;

/**
 * One sync of a connection.
 *
 * @param since what happened after this moment belongs to the run: the end of the one before
 */
public record Run(long id, String connection, Instant since, Instant started) {}
