package io.shopbooks.ledger;

import static io.shopbooks.ledger.Acme.CONNECTION;
import static io.shopbooks.ledger.Acme.REALM;
import static io.shopbooks.ledger.Acme.cad;
import static io.shopbooks.ledger.Acme.receipt;
import static io.shopbooks.ledger.Acme.refundReceipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.OtherSale;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Unbookable;
import io.shopbooks.books.Why;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class RecognisedTest {

  private final ALedger ledger = ALedger.empty();
  private final Recognised recognised = ledger.bean(Recognised.class);

  @Test
  void an_adopted_document_is_the_sale_and_nothing_is_sent() {
    var order = received("1");
    recognised.adopt(order, other("555"));
    ledger.planning.planned(order);

    assertThat(ledger.due()).isEmpty();
    assertThat(ledger.documents.booked(Acme.key("1"), REALM).hasSale()).isTrue();
    assertThat(ledger.column(receipt("1", "10.00").key(), "quickbooks_id")).isEqualTo("555");
  }

  @Test
  void it_takes_the_place_of_what_was_planned_and_not_sent() {
    ledger.with("1", receipt("1", "10.00"));
    ledger.orders.again(Acme.key("1"), REALM);
    var order = ledger.take("1");
    recognised.adopt(order, other("555"));
    ledger.planning.planned(order);

    assertThat(ledger.due()).isEmpty();
    assertThat(ledger.state(receipt("1", "10.00").key())).isEqualTo("posted");
  }

  @Test
  void it_takes_the_place_of_receipts_of_single_payments_too() {
    var part = receipt("1/a", "4.00");
    ledger.with("1", part);
    ledger.orders.again(Acme.key("1"), REALM);
    var order = ledger.take("1");
    recognised.adopt(order, other("555"));
    ledger.planning.planned(order);

    assertThat(ledger.due()).isEmpty();
    assertThat(ledger.state(part.key())).isEqualTo("dropped");
  }

  @Test
  void a_credit_of_an_adopted_sale_goes() {
    var order = received("1");
    recognised.adopt(order, other("555"));
    var credit = refundReceipt("91", "4.00", receipt("1", "10.00").key());
    ledger.documents.planned(order, "91", List.of(credit));
    ledger.planning.planned(order);

    assertThat(ledger.onlyDue().document().key()).isEqualTo(credit.key());
  }

  @Test
  void one_document_is_one_sale_only() {
    recognised.adopt(received("1"), other("555"));
    var second = received("2");

    assertThat(recognised.candidates(second, List.of(other("555")))).isEmpty();
    assertThatThrownBy(() -> recognised.adopt(second, other("555")))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void ours_without_its_marker_is_no_candidate() {
    ledger.with("1", receipt("1", "10.00"));
    ledger.posts();
    var ours = ledger.column(receipt("1", "10.00").key(), "quickbooks_id");

    assertThat(recognised.candidates(received("2"), List.of(other(ours), other("777"))))
        .containsExactly(other("777"));
  }

  @Test
  void what_was_recognised_before_is_the_only_candidate() {
    recognised.adopt(received("1"), other("555"));

    assertThat(recognised.candidates(received("1"), List.of(other("777"))))
        .singleElement()
        .satisfies(
            before -> {
              assertThat(before.adopted()).isTrue();
              assertThat(before.quickbooksId()).isEqualTo("555");
            });
  }

  @Test
  void a_person_who_says_it_is_new_is_believed_for_good() {
    recognised.adopt(received("1"), other("555"));
    recognised.isNew(hold());

    assertThat(recognised.candidates(received("1"), List.of(other("555"), other("777")))).isEmpty();
    assertThat(ledger.documents.booked(Acme.key("1"), REALM).hasSale()).isFalse();
  }

  private Hold hold() {
    ledger.held.order(received("1"), new Unbookable(Reason.of(Why.MAYBE_IN_BOOKS)));
    return ledger.held.of("acme").get(0);
  }

  private ReceivedOrder received(String id) {
    ledger.orders.received(CONNECTION, REALM, Acme.order(id, "10.00"));
    ledger.orders.again(Acme.key(id), REALM);
    return ledger.take(id);
  }

  private static OtherSale other(String id) {
    return new OtherSale(
        DocumentKind.SALES_RECEIPT, id, "1", LocalDate.of(2026, 11, 22), cad("10.00"), "", false);
  }
}
