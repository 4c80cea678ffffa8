package io.shopbooks.cli;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.Ref;
import io.shopbooks.books.TaxCode;
import java.math.BigDecimal;

/** A rate of a tax code as a company file tells it: {@code 5}, or with more than its percentage. */
record ExampleRate(BigDecimal percent, boolean onTax) {

  /**
   * @param said a percentage; or {@code percent}, and {@code on-tax}: whether it is counted on the
   *     amount and the taxes before it
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ExampleRate of(JsonNode said) {
    var percent = said.isObject() ? said.path("percent") : said;
    return new ExampleRate(new BigDecimal(percent.asText()), said.path("on-tax").asBoolean());
  }

  TaxCode.Rate named(String name) {
    return new TaxCode.Rate(new Ref(name, name), percent, onTax);
  }
}
