package io.shopbooks.quickbooks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where QuickBooks is and how much may be asked of it. The limits leave room below the documented
 * ones (`quickbooks-online.md` 5), so that 429 is never met in normal operation.
 *
 * @param clientId of the Intuit app; needed for signing in
 * @param perMinute requests per minute and company (documented: 500)
 * @param perSecond requests per second and company (documented: 10)
 * @param batchesPerMinute batches per minute and company (documented: 40)
 * @param batchItemsCount whether each item of a batch counts as a request: the stricter reading of
 *     the documents
 * @param batchStart documents in the first batch; grows while answers are fast
 * @param batchMost documents in a batch at most (documented: 30)
 * @param fastAnswer a batch answered within this time may grow
 * @param throttlePause how long a company rests after 429
 * @param changesEvery how often changes made by others are asked for, at most; half as often where
 *     nothing changes
 * @param quantitiesEvery how often all quantities on hand are read, where a shop follows them
 * @param listsEvery how often tax codes and preferences are read anew
 */
@Validated
@ConfigurationProperties("quickbooks")
record QuickBooksSettings(
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("https://quickbooks.api.intuit.com") URI apiUrl,
    @DefaultValue("https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer") URI tokenUrl,
    @DefaultValue("https://appcenter.intuit.com/connect/oauth2") URI authorizeUrl,
    @DefaultValue("https://developer.api.intuit.com/v2/oauth2/tokens/revoke") URI revokeUrl,
    @DefaultValue("490") @Min(150) @Max(500) int perMinute,
    @DefaultValue("10") @Min(5) @Max(10) int perSecond,
    @DefaultValue("40") @Min(10) @Max(40) int batchesPerMinute,
    @DefaultValue("true") boolean batchItemsCount,
    @DefaultValue("10") @Min(1) @Max(30) int batchStart,
    @DefaultValue("30") @Min(1) @Max(30) int batchMost,
    @DefaultValue("20s") Duration fastAnswer,
    @DefaultValue("60s") Duration throttlePause,
    @DefaultValue("1h") Duration changesEvery,
    @DefaultValue("24h") Duration listsEvery,
    @DefaultValue("24h") Duration quantitiesEvery) {

  /** Tells no secret. */
  @Override
  public String toString() {
    return "QuickBooks at " + apiUrl;
  }
}
