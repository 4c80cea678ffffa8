package io.shopbooks.shop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How shops are read: {@code shopbooks.shop.*}.
 *
 * @param connectTimeout longest wait for a shop to take a connection
 * @param readTimeout longest wait for a whole answer; a page of 100 orders can take 10 s and more
 * @param largestAnswer answers above this are not read
 * @param largestDelivery webhook bodies above this are not read
 * @param pageSize orders per page, halved while a weak host fails
 * @param overlap how far before the cursor a round starts; the shop's filter counts whole seconds
 *     (`woocommerce.md` 0)
 * @param attempts how often one request is tried
 * @param patience longest time the attempts of one request may take together
 * @param firstPause before the second attempt; doubled before each further one
 * @param longestPause of one pause; a shop that asks for more is left alone until the next run
 * @param wixApiUrl where the APIs of Wix are
 * @param wixOverlap how far before the cursor a round over a Wix site starts: orders and payments
 *     are told by different lists, and a payment without its order is followed for a day
 * @param wixCallsPerMinute below the 200 that Wix allows (`wix.md` 7)
 * @param watchMappings whether mappings are compiled again when a file changed; for the demo
 */
@Validated
@ConfigurationProperties("shopbooks.shop")
record ShopSettings(
    @DefaultValue("10s") Duration connectTimeout,
    @DefaultValue("60s") Duration readTimeout,
    @DefaultValue("32MB") DataSize largestAnswer,
    @DefaultValue("5MB") DataSize largestDelivery,
    @DefaultValue("100") @Min(10) @Max(100) int pageSize,
    @DefaultValue("10m") Duration overlap,
    @DefaultValue("5") @Min(1) int attempts,
    @DefaultValue("5m") Duration patience,
    @DefaultValue("2s") Duration firstPause,
    @DefaultValue("1m") Duration longestPause,
    @DefaultValue("https://www.wixapis.com") URI wixApiUrl,
    @DefaultValue("26h") Duration wixOverlap,
    @DefaultValue("150") @Min(1) int wixCallsPerMinute,
    @DefaultValue("false") boolean watchMappings) {

  ShopSettings {
    positive("connect-timeout", connectTimeout);
    positive("read-timeout", readTimeout);
    positive("patience", patience);
    positive("first-pause", firstPause);
    positive("longest-pause", longestPause);
    if (overlap.isNegative()) {
      throw new IllegalArgumentException("shopbooks.shop.overlap is below zero: " + overlap);
    }
  }

  private static void positive(String key, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException("shopbooks.shop." + key + " is not above zero: " + value);
    }
  }
}
