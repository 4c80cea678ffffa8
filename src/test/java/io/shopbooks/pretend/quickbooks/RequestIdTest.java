package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestIdTest {

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  @DisplayName("2.5 a repeated requestid gives the first answer and does nothing again")
  void a_repeated_id_gives_the_first_answer() {
    var first = wire.made("salesreceipt?requestid=r1", receipt("\"DocNumber\":\"1\","));
    wire.later(Duration.ofHours(1));
    assertThat(wire.made("salesreceipt?requestid=r1", receipt("\"DocNumber\":\"1\",")))
        .isEqualTo(first);
    assertThat(wire.made("salesreceipt?requestid=r1", receipt("\"DocNumber\":\"2\",")))
        .as("another body")
        .isEqualTo(first);
    assertThat(wire.company.documents()).hasSize(1);
    assertThat(wire.company.counters()).containsEntry("replays", 2L);
  }

  @Test
  @DisplayName("2.5 an id has at most 50 characters, that of a batch 36")
  void an_id_is_short() {
    wire.refuses("2130", "salesreceipt?requestid=" + "r".repeat(51), receipt(""));
    wire.refuses("2130", "salesreceipt?requestid=", receipt(""));
    wire.made("salesreceipt?requestid=" + "r".repeat(50), receipt(""));
    wire.refuses(
        "2130",
        "batch?requestid=" + "r".repeat(37),
        BatchTest.batch(BatchTest.create("a", receipt(""))));
    assertThat(
            wire.post(
                    "batch?requestid=" + "r".repeat(36),
                    BatchTest.batch(BatchTest.create("a", receipt(""))))
                .status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("14 an id is remembered for a time")
  void an_id_is_forgotten_in_the_end() {
    wire.company.preferences().rememberRequestIds(Duration.ofHours(2));
    wire.made("salesreceipt?requestid=r1", receipt(""));
    wire.later(Duration.ofMinutes(121));
    wire.made("salesreceipt?requestid=r1", receipt(""));
    assertThat(wire.company.documents()).hasSize(2);
  }

  @Test
  @DisplayName("14 a refusal is given again too, unless the company has it otherwise")
  void a_refusal_is_replayed() {
    var wrong = receipt("").replace("<Item Online sale>", "4711");
    assertThat(wire.post("salesreceipt?requestid=r1", wrong).code()).isEqualTo("2500");
    assertThat(wire.post("salesreceipt?requestid=r1", receipt("")).code()).isEqualTo("2500");
    wire.company.preferences().assume(Assumption.REFUSALS_ARE_REPLAYED, false);
    assertThat(wire.post("salesreceipt?requestid=r2", wrong).code()).isEqualTo("2500");
    assertThat(wire.post("salesreceipt?requestid=r2", receipt("")).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("2.5 field report: a repeated id answers 600")
  void a_repeated_id_may_answer_600() {
    wire.company.preferences().assume(Assumption.REPEATED_REQUEST_ANSWERS_600, true);
    wire.made("salesreceipt?requestid=r1", receipt(""));
    wire.refuses("600", "salesreceipt?requestid=r1", receipt(""));
  }

  @Test
  @DisplayName("2.5 field report: a repeated batch answers 6000 per item")
  void a_repeated_batch_may_answer_6000() {
    var batch =
        BatchTest.batch(BatchTest.create("a", receipt("")), BatchTest.create("b", receipt("")));
    var first = wire.post("batch?requestid=r1", batch);
    assertThat(wire.post("batch?requestid=r1", batch).body()).isEqualTo(first.body());
    wire.company.preferences().assume(Assumption.REPEATED_BATCH_ANSWERS_6000, true);
    var again = wire.post("batch?requestid=r1", batch);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().findValuesAsText("code")).containsExactly("6000", "6000");
    assertThat(wire.company.documents()).hasSize(2);
  }
}
