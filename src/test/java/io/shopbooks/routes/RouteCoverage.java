package io.shopbooks.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs after all other tests (pom.xml): each step of each route was taken by some test. */
class RouteCoverage {

  /** Not taken as steps of their own: entries, and what only holds steps, which are. */
  private static final Set<String> NO_STEPS =
      Set.of("from", "when", "otherwise", "doTry", "doCatch", "doFinally", "onException");

  @Test
  void every_step_of_every_route_was_taken_by_a_test() {
    var expected =
        RouteFile.all().stream()
            .flatMap(file -> file.steps().stream())
            .filter(step -> !NO_STEPS.contains(step.does()))
            .map(RouteFile.Step::id)
            .collect(Collectors.toSet());
    assertThat(expected).isNotEmpty();
    assertThat(CoveredSteps.all()).containsAll(expected);
  }
}
