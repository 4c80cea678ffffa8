package io.shopbooks.ledger;

import java.time.Instant;

/**
 * What a person decided to leave as it is.
 *
 * @param note what the person said
 */
public record Ignored(Hold hold, Instant at, String note) {}
