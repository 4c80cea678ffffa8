package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
  private final Clock clock;

  Calls(ProducerTemplate camel, Waiting waiting, Clock clock) {
    this.camel = camel;
    this.waiting = waiting;
    this.clock = clock;
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
   * @param member what the JSON must hold: an answer without it tells nothing, least of all that
   *     nothing was found
   * @throws CompanyResting if QuickBooks does not answer
   * @throws QuestionRefused if it refuses the question
   */
  JsonNode read(Request request, String member) {
    for (int tried = 1; ; tried++) {
      var answer = send(request);
      var faults = Faults.in(answer);
      if (answer.isGood() && faults.isEmpty() && answer.json().orElseThrow().has(member)) {
        return answer.json().orElseThrow().get(member);
      }
      if (isFinal(answer, faults)) {
        throw new QuestionRefused(request, faults.get(0));
      }
      if (tried == TRIES) {
        throw new CompanyResting(
            request.realm(), clock.instant(), "no answer to a question: " + answer.shortText());
      }
      waiting.await(BETWEEN);
    }
  }

  private static boolean isFinal(Answer answer, List<Fault> faults) {
    var again = faults.stream().map(Fault::code).anyMatch(Set.of(130, 4002, 10000)::contains);
    return answer.status() >= 200 && answer.status() < 500 && !faults.isEmpty() && !again;
  }
}
