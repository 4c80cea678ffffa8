package io.shopbooks.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param longestRequest how long a request to QuickBooks may still be running after it was sent; a
 *     document nobody knows about is not asked about before (`quickbooks-online.md` 5: 120 s)
 * @param lease how long work stays reserved for a process that stopped answering
 */
@Validated
@ConfigurationProperties("shopbooks.ledger")
record LedgerSettings(
    @DefaultValue("120s") Duration longestRequest, @DefaultValue("30s") Duration lease) {}
