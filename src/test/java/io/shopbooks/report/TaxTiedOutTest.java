package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.connections.Connection.Send;
import io.shopbooks.report.TieOut.By;
import io.shopbooks.report.TieOut.Cut;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The tax of shop, ledger and books, where they can be compared, and what follows where not. */
@RoomTest
class TaxTiedOutTest {

  @Autowired private Acme acme;
  @Autowired private Reports reports;
  @Autowired private ReportMails mails;

  @ParameterizedTest
  @CsvSource({"item, US", "none, US", "item, CA", "none, CA"})
  void tax_within_the_lines_is_not_told_apart_and_all_is_closed(String mode, String country) {
    acme.opens(AConnection.usual().with("taxes: { mode: " + mode + " }"))
        .in(
            country.equals("US")
                ? new SomeCompany().inAmerica().withAccounts("Bank", "USD")
                : new SomeCompany());

    var run = acme.syncs(AnOrder.of(1041, "108.88").taxed("GST", "8.88", "8.88"));

    var proof = reports.proof(acme.connection(), run);
    assertThat(proof.report().totals()).singleElement().matches(Totals::isEqual);
    assertThat(taxes(proof)).isEmpty();
    assertThat(proof.isClosed()).isTrue();
  }

  @Test
  void tax_beside_the_lines_is_told_apart() {
    acme.opens(AConnection.usual().with("taxes: { rates: { GST: GST } }"));

    var run = acme.syncs(AnOrder.of(1041, "105.00").taxed("GST", "5", "5.00"));

    assertThat(taxes(reports.proof(acme.connection(), run)))
        .singleElement()
        .satisfies(cut -> assertThat(cut.sum().books().text()).isEqualTo("5.00"));
  }

  @Test
  void what_is_not_closed_is_said_first_and_mailed_to_those_who_hear_of_trouble_only() {
    acme.opens(AConnection.usual().sending(Send.WHEN_HELD));
    var run = acme.syncs(AnOrder.of(1041, "10.00"));
    var closed = reports.proof(acme.connection(), run);
    var open =
        new Proof(
            closed.report(),
            new TieOut(List.of(opened(closed.tieOut().cuts().get(0)))),
            List.of(),
            List.of(),
            0);

    var words = Words.in(acme.connection().report().language());
    assertThat(Subject.of(closed, words)).isEqualTo("Acme: 1 sale, $10.00, equal on both sides");
    assertThat(Subject.of(open, words)).isEqualTo("Acme: not closed · 1 sale, $10.00");
    assertThat(mails.afterSync(closed, acme.connection())).isEqualTo(Mailing.NOT_WANTED);
    assertThat(mails.afterSync(open, acme.connection())).isEqualTo(Mailing.NO_HOST);
  }

  /** The same, with nothing in the books. */
  private static Cut opened(Cut cut) {
    var rows =
        cut.rows().stream()
            .map(
                row ->
                    new TieOut.Row(
                        row.key(),
                        row.shop(),
                        row.ledger(),
                        row.books().minus(row.books()),
                        row.parts()))
            .toList();
    return new Cut(cut.by(), cut.currency(), rows);
  }

  private static List<Cut> taxes(Proof proof) {
    return proof.tieOut().cuts().stream().filter(cut -> cut.by() == By.TAX).toList();
  }
}
