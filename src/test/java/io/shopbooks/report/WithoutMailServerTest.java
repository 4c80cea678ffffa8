package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where no mail server is set. */
@RoomTest
@ExtendWith(OutputCaptureExtension.class)
class WithoutMailServerTest {

  @Autowired private Acme acme;
  @Autowired private ProducerTemplate camel;

  @Test
  void nothing_is_sent_and_one_line_in_the_log_says_so(CapturedOutput log) {
    acme.opens(AConnection.usual());
    var run = acme.syncs(AnOrder.of(1041, "10.00"));

    var exchange =
        camel.send(
            "direct:mail-report",
            message -> {
              message.setVariable("connection", acme.connection());
              message.setVariable("run", run);
            });

    assertThat(exchange.getException()).isNull();
    assertThat(log.getOut().lines().filter(line -> line.contains("report not mailed")))
        .singleElement()
        .asString()
        .contains("connection=acme run=" + run.id())
        .contains("SPRING_MAIL_HOST");
  }
}
