package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Document;
import io.shopbooks.books.LineRole;
import io.shopbooks.books.Ref;
import io.shopbooks.books.SalesForm;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.FaultShape;
import io.shopbooks.pretend.quickbooks.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the fact sheet's table of errors, through the real routes. */
class ErrorTableTest {

  static final List<Row> TABLE = Row.TABLE;

  private static final CountingHouse house = CountingHouse.shared();

  /** Goes on from case to case, unless one ended its sign-in or its peace. */
  private static Counter counter;

  private static int cases;

  private int before;
  private boolean endedWell;
  private Instant began;
  private Optional<RuntimeException> trouble;

  @AfterEach
  void endFaults() {
    if (!endedWell) {
      counter = null;
    }
    house.quickbooks.clearFaults();
  }

  static Stream<Arguments> alone() {
    return Row.TABLE.stream().flatMap(row -> shapes(row).map(shape -> Arguments.of(row, shape)));
  }

  private static Stream<FaultShape> shapes(Row row) {
    if (!row.isOfGateway()) {
      return Stream.of(FaultShape.BUSINESS);
    }
    // The gateway's other XML names no code: its status must do.
    var byStatus = List.of("3200", "3202", "3100", "120", "3001").contains(row.code());
    return Stream.of(FaultShape.values())
        .filter(shape -> byStatus || shape != FaultShape.GATEWAY_XML_ERRORS);
  }

  @ParameterizedTest
  @MethodSource("alone")
  void a_document_alone(Row row, FaultShape shape) {
    var sale = begin();
    counter.plan(sale);
    house.quickbooks.order(
        Fault.code(row.status(), row.code(), shape).on("POST", realm() + "/salesreceipt"));

    trouble = counter.bring();

    check(row, sale);
    endsWell(row, List.of(sale));
  }

  @ParameterizedTest
  @FieldSource("TABLE")
  void an_item_of_a_batch(Row row) {
    var sale = begin();
    var others = IntStream.range(1, 5).mapToObj(n -> other(id("other-" + n))).toList();
    counter.plan(sale);
    others.forEach(counter::plan);
    house.quickbooks.order(Fault.failItem("1", row.code()).on("POST", realm() + "/batch"));

    trouble = counter.bring();

    assertThat(counter.company.counters()).containsKey("POST batch");
    assertThat(others).allSatisfy(other -> assertThat(counter.inBooks(other)).hasSize(1));
    check(row, sale);
    endsWell(row, Stream.concat(Stream.of(sale), others.stream()).toList());
  }

  static Stream<Row> thatGoAgain() {
    return Row.TABLE.stream().filter(row -> row.atLast() != null && row.does() == Row.Does.POST);
  }

  @ParameterizedTest
  @MethodSource("thatGoAgain")
  void an_error_that_never_ends_is_held(Row row) {
    var sale = begin();
    counter.plan(sale);
    var fault =
        house.quickbooks.order(
            Fault.code(row.status(), row.code(), FaultShape.BUSINESS)
                .on("POST", realm() + "/salesreceipt")
                .times(1000));

    for (int syncs = 0; syncs < 10 && counter.holds().isEmpty(); syncs++) {
      assertThat(counter.bring()).isEmpty();
      house.time.await(Duration.ofHours(2));
    }

    assertThat(counter.holds()).containsEntry(id("sale"), row.atLast().word());
    assertThat(fault.strikes()).isLessThanOrEqualTo(10);
    house.quickbooks.clearFaults();
    counter.plan(sale);
    assertThat(counter.bring()).isEmpty();
    endsInBooks(List.of(sale));
  }

  /** A company that knows its customer and has a first receipt; and the next sale. */
  private SalesForm begin() {
    if (counter == null) {
      counter = house.open(Region.US);
      counter.company.preferences().customNumbers(true);
      counter.plan(other("first"));
      assertThat(counter.bring()).isEmpty();
    }
    cases++;
    before = counter.company.documents().size();
    began = house.time.instant();
    var company = counter.company;
    return Paper.of(company, id("sale"))
        .saying("A “typographic” memo – with everything that can be mended")
        .mugs(3, "3.3333333", "10.00")
        .discount("1.00")
        .line(
            LineRole.ROUNDING,
            new Ref(company.lists().idOf("Item", "Rounding"), "Rounding"),
            "Rounding",
            "1",
            "0.01",
            "0.01")
        .withField("Gift message", "Enjoy")
        .receipt();
  }

  private static String id(String name) {
    return name + "-" + cases;
  }

  private SalesForm other(String id) {
    return Paper.of(counter.company, id).receipt();
  }

  private String realm() {
    return counter.realm;
  }

  private void check(Row row, Document sale) {
    switch (row.does()) {
      case POST -> {
        assertThat(trouble).isEmpty();
        assertThat(counter.state(sale)).isEqualTo("posted");
        assertThat(Duration.between(began, house.time.instant()))
            .isGreaterThanOrEqualTo(row.pause());
      }
      case HOLD -> {
        assertThat(trouble).isEmpty();
        assertThat(counter.holds()).containsEntry(id("sale"), row.atLast().word());
      }
      case SIGN_IN -> assertThat(trouble).get().isInstanceOf(NotSignedIn.class);
      case STOP -> assertThat(trouble).get().isInstanceOf(CompanyStopped.class);
      case REST -> assertThat(trouble).get().isInstanceOf(CompanyResting.class);
    }
    if (row.does() != Row.Does.POST) {
      assertThat(counter.inBooks(sale)).isEmpty();
      assertThat(counter.state(sale)).as("surely not taken").isNotIn("sending", "doubtful");
    }
  }

  /** The fault is gone and the remedy done: everything is in the books, once. */
  private void endsWell(Row row, List<SalesForm> documents) {
    house.quickbooks.clearFaults();
    switch (row.does()) {
      case HOLD -> counter.plan(documents.get(0));
      case SIGN_IN -> counter.signIn();
      case STOP -> house.time.await(Duration.ofHours(1));
      case REST -> house.time.await(row.pause());
      case POST -> {}
    }
    assertThat(counter.bring()).isEmpty();
    endsInBooks(documents);
    endedWell = List.of(Row.Does.POST, Row.Does.HOLD).contains(row.does());
  }

  private void endsInBooks(List<SalesForm> documents) {
    assertThat(counter.holds()).isEmpty();
    for (var document : documents) {
      assertThat(counter.state(document)).isEqualTo("posted");
      assertThat(counter.inBooks(document))
          .singleElement()
          .satisfies(
              found -> assertThat(found.total()).isEqualByComparingTo(document.total().amount()));
    }
    assertThat(counter.company.documents()).hasSize(before + documents.size());
  }
}
