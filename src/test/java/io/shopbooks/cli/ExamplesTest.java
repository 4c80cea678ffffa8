package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each folder of mappings/examples gives what its files say. */
class ExamplesTest {

  private static final Examples EXAMPLES = new Examples(Path.of("mappings"), Path.of("routes"));

  @AfterAll
  static void close() {
    EXAMPLES.close();
  }

  @TestFactory
  Stream<DynamicTest> an_example_gives_what_its_files_say() {
    return EXAMPLES.all().stream().map(this::test);
  }

  private DynamicTest test(Path example) {
    return DynamicTest.dynamicTest(
        Path.of("mappings/examples").relativize(example).toString(),
        example.resolve(ExampleCase.FILE).toUri(),
        () -> assertThat(result(example).problems()).isEmpty());
  }

  private static ExampleResult result(Path example) {
    return EXAMPLES.run(example, "write".equals(System.getProperty("golden")));
  }

  @Test
  void every_rule_is_shown_by_one_example() {
    var shown = EXAMPLES.all().stream().map(example -> EXAMPLES.run(example, false)).toList();

    assertThat(shown).hasSizeGreaterThan(50);
    assertThat(EXAMPLES.complaints(shown)).isEqualTo(List.of());
  }
}
