package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures that a real shop accepted. */
class OAuth1Test {

  private static final String URL = "http://127.0.0.1:8089/wp-json/wc/v3/orders";

  static Stream<JsonNode> vectors() {
    return StreamSupport.stream(Recorded.json("us/oauth1-vectors.json").spliterator(), false)
        .filter(vector -> vector.has("base_string"));
  }

  @Test
  void all_recorded_vectors_are_looked_at() {
    assertThat(vectors()).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void a_recorded_signature_is_reproduced(JsonNode vector) {
    var parameters = parameters(vector);
    var signature = parameters.remove("oauth_signature");
    var url = method(vector).equals("PUT") ? URL + "/96" : URL;

    var base = OAuth1.baseString(method(vector), url, parameters);

    assertThat(base).isEqualTo(vector.path("base_string").asText());
    assertThat(OAuth1.signature(base, parameters, AConnection.SECRET)).isEqualTo(signature);
  }

  @Test
  void a_question_is_signed_as_the_recorded_one_was() {
    var vector = vectors().findFirst().orElseThrow();
    var expected = parameters(vector);
    var question = new LinkedHashMap<>(expected);
    question.keySet().removeIf(name -> name.startsWith("oauth_"));

    var signed =
        OAuth1.signed(
            "GET",
            URL,
            question,
            new OAuth1.Key(AConnection.KEY, AConnection.SECRET),
            Instant.ofEpochSecond(1795304987),
            "d75df7a678a9d280a45b9385921a582f");

    assertThat(signed).isEqualTo(expected);
  }

  @Test
  void a_key_does_not_tell_itself() {
    assertThat(new OAuth1.Key("ck_1", "cs_2")).hasToString("Key[hidden]");
  }

  // One vector was sent in the Authorization header: OAuth k="v", ...
  private static Map<String, String> parameters(JsonNode vector) {
    var parameters = new LinkedHashMap<String, String>();
    vector
        .path("params")
        .fields()
        .forEachRemaining(field -> parameters.put(field.getKey(), field.getValue().asText()));
    for (var pair : vector.path("header").asText("").replaceFirst("^OAuth ", "").split(", ")) {
      var parts = pair.split("=", 2);
      if (parts.length == 2) {
        parameters.put(parts[0], parts[1].replace("\"", "").replace("%3D", "="));
      }
    }
    return parameters;
  }

  private static String method(JsonNode vector) {
    return vector.path("base_string").asText().split("&")[0];
  }
}
