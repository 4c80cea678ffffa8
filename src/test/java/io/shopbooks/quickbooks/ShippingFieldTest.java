package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Company;
import io.shopbooks.books.LineRole;
import io.shopbooks.books.Ref;
import io.shopbooks.pretend.quickbooks.Region;
import org.junit.jupiter.api.Test;

/** Shipping in the field of QuickBooks' own form (`quickbooks-online.md` 7.3). */
class ShippingFieldTest {

  private static final Ref FIELD = new Ref(Company.SHIPPING_FIELD, Company.SHIPPING_FIELD);

  private final CountingHouse house = CountingHouse.shared();

  @Test
  void stands_there_with_its_amount_alone() {
    var counter = house.open(Region.US);
    counter.company.preferences().customNumbers(true).allowShipping(true);
    var sale =
        Paper.of(counter.company, "shipped")
            .mugs(1, "12.50", "12.50")
            .line(LineRole.SHIPPING, FIELD, "Flat rate", "1", "5.99", "5.99")
            .receipt();

    counter.plan(sale);

    assertThat(counter.bring()).isEmpty();
    assertThat(counter.holds()).isEmpty();
    var receipt = counter.inBooks(sale).get(0);
    assertThat(receipt.total()).isEqualByComparingTo(sale.total().amount());
    assertThat(receipt.json()).contains("SHIPPING_ITEM_ID", "5.99");
  }
}
