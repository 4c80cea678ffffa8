package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Asks QuickBooks through the route that all requests take, so that limits hold for all. */
@Component
class Calls {

  private static final int TRIES = 3;
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final ProducerTemplate camel;
  private final Waiting waiting;

  Calls(ProducerTemplate camel, Waiting waiting) {
    this.camel = camel;
    this.waiting = waiting;
  }

  /** The answer to one request; none is repeated. */
  Answer send(Request request) {
    try {
      return camel.requestBody("direct:call-quickbooks", request, Answer.class);
    } catch (CamelExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * The JSON a read brings. A read may be repeated without harm, and is.
   *
   * @throws CompanyResting if QuickBooks does not answer
   * @throws IllegalStateException if it refuses the question, which is our fault
   */
  JsonNode read(Request request) {
    for (int tried = 1; ; tried++) {
      var answer = send(request);
      var faults = Faults.in(answer);
      if (answer.isGood() && faults.isEmpty()) {
        return answer.json().orElseThrow();
      }
      var refused = answer.status() >= 400 && answer.status() < 500 && !faults.isEmpty();
      if (refused) {
        throw new IllegalStateException(request.path() + ": " + faults.get(0).words());
      }
      if (tried == TRIES) {
        throw new CompanyResting(
            request.realm(), Instant.EPOCH, "no answer: " + answer.shortText());
      }
      waiting.await(BETWEEN);
    }
  }
}
