package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Why;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Every reason why something is held, met by a real order on its way from shop to books; and what
 * is printed about it, done as printed.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RemediesCarriedOutTest {

  private final List<World> worlds = new ArrayList<>();

  @AfterAll
  void close() {
    worlds.forEach(World::close);
  }

  private World opened(Store store, Region region, String choices) {
    var world = World.of(store, region, choices).with("quickbooks.per-second", "10");
    worlds.add(world);
    return world;
  }

  @TestFactory
  Stream<DynamicTest> what_is_chosen_badly_is_mended_as_printed() {
    var world = opened(Store.us().roundingTaxAtSubtotal(), Region.US, ChosenBadly.CHOICES);
    return carriedOut(world, ChosenBadly.all());
  }

  @TestFactory
  Stream<DynamicTest> what_is_paid_in_parts_is_settled_as_printed() {
    var world = opened(Store.us(), Region.US, ChosenBadly.CHOICES);
    return carriedOut(world, PaidInParts.all());
  }

  @TestFactory
  Stream<DynamicTest> what_is_taxed_badly_is_mended_as_printed() {
    var world = opened(Store.caQc(), Region.CA, TaxedBadly.CHOICES);
    return carriedOut(world, TaxedBadly.all());
  }

  @TestFactory
  Stream<DynamicTest> what_quickbooks_refuses_is_mended_as_printed() {
    var world = opened(Store.us(), Region.US, ChosenBadly.CHOICES);
    return carriedOut(world, RefusedByQuickBooks.all());
  }

  @TestFactory
  Stream<DynamicTest> what_quickbooks_totals_otherwise_is_mended_as_printed() {
    var world = opened(Store.us(), Region.US_AUTOMATED, TotalledBadly.CHOICES);
    return carriedOut(world, TotalledBadly.all());
  }

  /** Nothing holds for this yet; who makes something hold for one shows its remedy here. */
  private static final Set<Why> WITHOUT_A_CAUSE = EnumSet.of(Why.REFUND_WITHDRAWN);

  @Test
  void every_reason_has_a_case() {
    var shown =
        Stream.of(
                ChosenBadly.all(),
                PaidInParts.all(),
                TaxedBadly.all(),
                RefusedByQuickBooks.all(),
                TotalledBadly.all())
            .flatMap(List::stream)
            .map(Trouble::why)
            .collect(Collectors.toSet());

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(WITHOUT_A_CAUSE)));
  }

  @Test
  void reasons_without_a_case_have_no_cause() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      var causes =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("report/Remedies.java"))
              .map(file -> new ConnectionFile(file).text())
              .collect(Collectors.joining());

      assertThat(causes).contains("Why." + Why.NO_TAX_CODE);
      assertThat(WITHOUT_A_CAUSE).noneMatch(why -> causes.contains("Why." + why));
    }
  }

  private static Stream<DynamicTest> carriedOut(World world, List<Trouble> troubles) {
    var carrying = new Carrying(world);
    return troubles.stream()
        .map(trouble -> DynamicTest.dynamicTest(trouble.toString(), () -> carrying.out(trouble)));
  }
}
