package io.shopbooks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which room may know which (README, "The house"). */
@AnalyzeClasses(packagesOf = Shopbooks.class, importOptions = DoNotIncludeTests.class)
class RoomsTest {

  @ArchTest static final ArchRule the_sale_depends_on_nothing = room("sale").knowsOnly();

  @ArchTest static final ArchRule books_know_the_sale = room("books").knowsOnly("sale");

  @ArchTest
  static final ArchRule connections_know_the_choices_of_the_books =
      room("connections").knowsOnly("books", "sale");

  @ArchTest
  static final ArchRule shops_know_the_sale = room("shop").knowsOnly("sale", "connections");

  @ArchTest
  static final ArchRule quickbooks_knows_the_books =
      room("quickbooks").knowsOnly("books", "sale", "connections", "data");

  @ArchTest
  static final ArchRule the_ledger_knows_sale_and_books =
      room("ledger").knowsOnly("sale", "books", "connections");

  @ArchTest
  static final ArchRule the_catalogue_knows_sale_and_books =
      room("catalogue").knowsOnly("sale", "books", "connections");

  @ArchTest
  static final ArchRule the_stock_knows_the_ledger =
      room("stock").knowsOnly("sale", "books", "connections", "ledger");

  @ArchTest
  static final ArchRule the_report_reads_ledger_and_stock =
      room("report").knowsOnly("ledger", "stock", "books", "sale", "connections");

  @ArchTest
  static final ArchRule setting_up_knows_both_sides_and_the_words =
      room("setup")
          .knowsOnly("sale", "books", "shop", "quickbooks", "connections", "ledger", "report");

  @ArchTest static final ArchRule the_data_folder_knows_nobody = room("data").knowsOnly();

  @ArchTest static final ArchRule the_pretends_know_nobody = room("pretend").knowsOnly();

  @ArchTest
  static final ArchRule nobody_but_console_and_commands_knows_the_pretends =
      noClasses()
          .that(
              new InRooms(
                  Set.of(
                      "sale",
                      "books",
                      "shop",
                      "quickbooks",
                      "ledger",
                      "catalogue",
                      "stock",
                      "report")))
          .should()
          .dependOnClassesThat(new InRooms(Set.of("pretend", "console", "cli")));

  @ArchTest
  static final ArchRule sale_and_books_are_pure =
      noClasses()
          .that(new InRooms(Set.of("sale", "books")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.camel..",
              "com.fasterxml..",
              "java.sql..",
              "javax.sql..")
          .because("accounting rules are tried out without any of it");

  @ArchTest
  static final ArchRule no_floating_point_near_money =
      noClasses()
          .that(
              new InRooms(
                  Set.of(
                      "sale",
                      "books",
                      "quickbooks",
                      "ledger",
                      "catalogue",
                      "stock",
                      "report",
                      "shop")))
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "read or make floating-point numbers",
                  call ->
                      Set.of("doubleValue", "floatValue", "asDouble", "parseDouble", "getDouble")
                          .contains(call.getName())));

  @ArchTest
  static final ArchRule rooms_do_not_know_each_other_in_circles =
      slices().matching("io.shopbooks.(*)..").should().beFreeOfCycles();

  private static Room room(String name) {
    return new Room(name);
  }

  private record Room(String name) {

    ArchRule knowsOnly(String... others) {
      var allowed = Stream.concat(Stream.of(name), Stream.of(others)).collect(Collectors.toSet());
      return classes()
          .that(new InRooms(Set.of(name)))
          .should()
          .onlyDependOnClassesThat(
              new DescribedPredicate<JavaClass>("are of " + allowed) {
                @Override
                public boolean test(JavaClass type) {
                  var base = type.getBaseComponentType().getPackageName();
                  return !base.startsWith("io.shopbooks") || new InRooms(allowed).test(type);
                }
              });
    }
  }

  private static final class InRooms extends DescribedPredicate<JavaClass> {
    private final Set<String> rooms;

    private InRooms(Set<String> rooms) {
      super("are in " + rooms);
      this.rooms = rooms;
    }

    @Override
    public boolean test(JavaClass type) {
      var name = type.getBaseComponentType().getPackageName();
      return rooms.stream().anyMatch(room -> (name + ".").startsWith("io.shopbooks." + room + "."));
    }
  }
}
