package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lopez &amp; Sons, LLC|Lopez & Sons, LLC",
        "T-Shirt &times; 1|T-Shirt × 1",
        "Fish & Chips|Fish & Chips",
        "R&D, AT&T, a&b;c|R&D, AT&T, a&b;c",
        "&amp;amp;|&amp;",
        "&lt;b&gt;|<b>",
        "&#36;5 &#x20ac;6|$5 €6",
        "<b>bold</b> <span class=\"x\">text</span>|bold text",
        "one<br />two|onetwo",
        "a <!-- hidden --> b|a  b",
        "1 Sunset <Blvd>|1 Sunset <Blvd>",
        "5 < 6 and 7 > 6|5 < 6 and 7 > 6",
        "I <3 tea|I <3 tea",
        "日本茶 🎁 “Ñandú”|日本茶 🎁 “Ñandú”"
      })
  void text_is_decoded_once_and_loses_its_tags(String html, String plain) {
    assertThat(PlainText.of(html)).isEqualTo(plain);
  }

  @Test
  void numbers_become_text_as_they_are_and_nothing_stays_nothing() throws Exception {
    assertThat(plain("1.170")).isEqualTo("\"1.170\"");
    assertThat(plain("42")).isEqualTo("\"42\"");
    assertThat(plain("null")).isEqualTo("null");
    assertThat(plain("[1]")).isEqualTo("null");
  }

  private static String plain(String json) throws Exception {
    var value = Json.read(json);
    return new PlainText().call(value, new JsonNode[] {value}).toString();
  }
}
