package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.pretend.quickbooks.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an answer tells of each document, in the shapes of `quickbooks-online.md` 2.6, 4.1, 9.1. */
class AnswersTest {

  private static final String MADE =
      "{\"bId\":\"%s\",\"SalesReceipt\":{\"Id\":\"1%s\",\"SyncToken\":\"0\",\"TotalAmt\":12.50}}";
  private static final String REFUSED =
      "{\"bId\":\"%s\",\"Fault\":{\"Error\":[{\"Message\":\"m\",\"Detail\":\"d\",\"code\":\"%s\"}],"
          + "\"type\":\"ValidationFault\"}}";

  private final CountingHouse house = CountingHouse.shared();
  private final Answers answers = house.bean(Answers.class);
  private Request batch;
  private List<Due> documents;

  @BeforeEach
  void two() {
    var company = house.open(Region.US).company;
    documents =
        List.of(
            new Due(1, Paper.of(company, "one").receipt(), 0, 0, Set.of(), Map.of(), "", ""),
            new Due(2, Paper.of(company, "two").receipt(), 0, 0, Set.of(), Map.of(), "", ""));
    batch =
        new Request(company.realm(), "id", "POST", "batch", "", "", 2, Map.of("1", 1L, "2", 2L));
  }

  private Map<Long, String> read(int status, String body) {
    return answers.read(batch, documents, answer(status, body)).stream()
        .collect(Collectors.toMap(Outcome::document, Outcome::word));
  }

  private static Answer answer(int status, String body) {
    return new Answer(status, "1-abc", json(body), body, true);
  }

  private static Optional<JsonNode> json(String body) {
    try {
      return Optional.of(QuickBooks.JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static String items(String... items) {
    return "{\"BatchItemResponse\":[" + String.join(",", items) + "],\"time\":\"2026-11-22\"}";
  }

  @Test
  void items_are_matched_by_their_id_and_not_by_their_place() {
    var body = items(MADE.formatted("2", "2"), MADE.formatted("1", "1"));

    var read = answers.read(batch, documents, answer(200, body));

    assertThat(read)
        .extracting(outcome -> outcome.posted().orElseThrow().quickbooksId())
        .containsExactly("11", "12");
    assertThat(read.get(0).posted().orElseThrow().total().toString()).isEqualTo("12.50 USD");
  }

  @Test
  void made_and_refused_stand_side_by_side() {
    assertThat(read(200, items(REFUSED.formatted("1", "6000"), MADE.formatted("2", "2"))))
        .containsEntry(1L, "held")
        .containsEntry(2L, "posted");
  }

  @Test
  void what_is_missing_is_doubted() {
    assertThat(read(200, items(MADE.formatted("2", "2"))))
        .containsEntry(1L, "doubtful")
        .containsEntry(2L, "posted");
  }

  @Test
  void what_is_told_twice_is_doubted() {
    var body =
        items(REFUSED.formatted("1", "6000"), MADE.formatted("1", "1"), MADE.formatted("2", "2"));

    assertThat(read(200, body)).containsEntry(1L, "doubtful").containsEntry(2L, "posted");
  }

  @Test
  void what_is_made_and_refused_at_once_is_doubted() {
    var both =
        "{\"bId\":\"1\",\"SalesReceipt\":{\"Id\":\"1\"},\"Fault\":{\"Error\":[{\"code\":\"6000\"}]}}";

    assertThat(read(200, items(both, MADE.formatted("2", "2")))).containsEntry(1L, "doubtful");
  }

  @Test
  void ids_nobody_sent_are_nobodys() {
    assertThat(read(200, items(MADE.formatted("7", "7"), MADE.formatted("2", "2"))))
        .containsEntry(1L, "doubtful")
        .containsEntry(2L, "posted");
  }

  @Test
  void a_page_that_is_not_quickbooks_word_refuses_nothing() {
    assertThat(read(200, "<html>ok</html>")).containsValue("doubtful").hasSize(2);
    assertThat(read(504, "<html>late</html>").values()).containsOnly("doubtful");
    assertThat(read(404, "<html>gone</html>").values()).containsOnly("later");
    assertThat(read(200, "[]").values()).containsOnly("doubtful");
    assertThat(read(200, "").values()).containsOnly("doubtful");
  }

  @Test
  void a_batch_refused_as_a_whole_is_taken_apart() {
    var fault = "{\"Fault\":{\"Error\":[{\"Message\":\"m\",\"code\":\"2010\"}]}}";

    assertThat(read(400, fault).values()).containsOnly("later");

    assertThat(house.bean(Pace.class).batchSize(batch.realm())).isEqualTo(1);
  }

  @Test
  void codes_are_read_with_leading_zeros_and_from_the_message() {
    var json = json("{\"fault\":{\"error\":[{\"code\":\"003001\",\"message\":\"m\"}]}}");
    var xml =
        "<IntuitResponse><Fault type=\"SERVICE\"><Error>"
            + "<Message>message=ThrottleExceeded; errorCode=003001; statusCode=429</Message>"
            + "</Error></Fault></IntuitResponse>";

    assertThat(Faults.in(json.orElseThrow(), 429, "")).extracting(Fault::code).containsOnly(3001);
    assertThat(Faults.in(answer(429, xml))).extracting(Fault::code).containsOnly(3001);
  }
}
