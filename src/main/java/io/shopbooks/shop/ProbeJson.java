package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The shop's settings as its JSON tells them. */
final class ProbeJson {

  private ProbeJson() {}

  static Optional<ZoneId> zone(JsonNode root) {
    try {
      return text(root.path("timezone_string"))
          .map(ZoneId::of)
          .or(() -> number(root.path("gmt_offset")).map(ProbeJson::offset));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ZoneId offset(BigDecimal hours) {
    return ZoneOffset.ofTotalSeconds(hours.multiply(BigDecimal.valueOf(3600)).intValue());
  }

  static Probe.Gateway gateway(JsonNode gateway) {
    return new Probe.Gateway(
        gateway.path("id").asText(),
        PlainText.of(gateway.path("title").asText()),
        gateway.path("enabled").asBoolean());
  }

  static Probe.TaxRate rate(JsonNode rate) {
    var region = rate.path("country").asText() + " " + rate.path("state").asText();
    return new Probe.TaxRate(
        rate.path("id").asText(),
        PlainText.of(rate.path("name").asText()),
        number(rate.path("rate")).orElse(BigDecimal.ZERO),
        region.strip());
  }

  static Probe.Webhook webhook(JsonNode webhook) {
    return new Probe.Webhook(
        webhook.path("id").asText(),
        webhook.path("topic").asText(),
        webhook.path("status").asText(),
        webhook.path("delivery_url").asText());
  }

  static Optional<String> text(JsonNode value) {
    return Optional.of(value.asText("")).filter(text -> !text.isBlank());
  }

  private static Optional<BigDecimal> number(JsonNode value) {
    try {
      return text(value).map(BigDecimal::new);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
