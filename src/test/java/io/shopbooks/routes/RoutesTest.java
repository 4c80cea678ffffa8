package io.shopbooks.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Closes what Camel lets slip without a word (`camel-yaml.md` 4). */
class RoutesTest {

  private static final List<RouteFile> FILES = RouteFile.all();
  private static final String POLICIES = "on-error";

  @Test
  void the_folder_is_not_empty_and_holds_nothing_else() {
    assertThat(FILES).hasSizeGreaterThan(10);
    assertThat(FILES).allSatisfy(f -> assertThat(f.file().toString()).endsWith(".camel.yaml"));
  }

  @TestFactory
  List<DynamicTest> each_file_holds_one_route_named_after_it() {
    return routes(
        file -> {
          assertThat(file.entries()).hasSize(1);
          assertThat(route(file).get("id")).isEqualTo(file.name());
          assertThat(file.name()).matches("[a-z]+(-[a-z]+)+");
        });
  }

  @TestFactory
  List<DynamicTest> each_route_says_what_it_is_for_and_names_its_policy() {
    return routes(
        file -> {
          assertThat((String) route(file).get("description")).isNotBlank().endsWith(".");
          assertThat(policies()).contains((String) route(file).get("routeConfigurationId"));
        });
  }

  @TestFactory
  List<DynamicTest> each_step_has_an_id_that_no_other_has() {
    return files(
        file ->
            assertThat(file.steps())
                .allSatisfy(step -> assertThat(step.id()).as(step.toString()).isNotBlank()));
  }

  @Test
  void no_two_steps_share_an_id() {
    var ids = FILES.stream().flatMap(f -> f.steps().stream()).map(RouteFile.Step::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void every_direct_call_has_an_answer() {
    assertThat(answered()).containsAll(called());
  }

  @Test
  void every_direct_route_is_called_by_a_route_or_by_a_command() {
    var byCommands =
        Set.of(
            "sync-connection",
            "sync-products",
            "run-stock",
            "call-quickbooks",
            "retry-held",
            "move-products",
            "plan-sync",
            "apply-plan",
            "plan-in-ledger",
            "replay-in-ledger",
            "undo-run",
            "redo-run");
    assertThat(answered())
        .allSatisfy(
            name ->
                assertThat(called().contains(name) || byCommands.contains(name)).as(name).isTrue());
  }

  @TestFactory
  List<DynamicTest> nothing_is_lost_when_an_editor_saves_it() {
    return files(
        file ->
            assertThat(file.text().lines().map(String::strip))
                .as("Kaoto drops comments: use description or note")
                .noneMatch(line -> line.startsWith("#") || line.contains(" # ")));
  }

  @Test
  void policies_stand_together_and_each_is_used() {
    var policies = FILES.stream().filter(f -> f.name().equals(POLICIES)).findFirst().orElseThrow();
    assertThat(policies.entries())
        .allSatisfy(e -> assertThat(e).containsOnlyKeys("routeConfiguration"));
    var used =
        FILES.stream()
            .filter(f -> !f.name().equals(POLICIES))
            .map(f -> (Object) route(f).get("routeConfigurationId"))
            .toList();
    assertThat(policies())
        .allSatisfy(policy -> assertThat(used.contains(policy)).as(policy).isTrue());
  }

  @TestFactory
  List<DynamicTest> a_choice_has_at_most_three_branches() {
    return files(
        file ->
            assertThat(file.steps().stream().filter(step -> step.does().equals("choice")))
                .allSatisfy(
                    step -> assertThat((List<?>) step.options().get("when")).hasSizeLessThan(3)));
  }

  private static Set<String> policies() {
    return FILES.stream()
        .filter(file -> file.name().equals(POLICIES))
        .flatMap(file -> file.entries().stream())
        .map(entry -> (Map<?, ?>) entry.get("routeConfiguration"))
        .map(policy -> (String) policy.get("id"))
        .collect(Collectors.toSet());
  }

  private static Set<String> answered() {
    return names("from");
  }

  private static Set<String> called() {
    return names("to");
  }

  private static Set<String> names(String does) {
    return FILES.stream()
        .flatMap(file -> file.steps().stream())
        .filter(step -> step.does().equals(does) && "direct".equals(step.options().get("uri")))
        .map(step -> (String) ((Map<?, ?>) step.options().get("parameters")).get("name"))
        .collect(Collectors.toSet());
  }

  private static Map<?, ?> route(RouteFile file) {
    return (Map<?, ?>) file.entries().get(0).get("route");
  }

  private interface Check {
    void of(RouteFile file);
  }

  private static List<DynamicTest> routes(Check check) {
    return FILES.stream()
        .filter(file -> !file.name().equals(POLICIES))
        .map(file -> DynamicTest.dynamicTest(file.name(), () -> check.of(file)))
        .toList();
  }

  private static List<DynamicTest> files(Check check) {
    return FILES.stream()
        .map(file -> DynamicTest.dynamicTest(file.name(), () -> check.of(file)))
        .toList();
  }
}
