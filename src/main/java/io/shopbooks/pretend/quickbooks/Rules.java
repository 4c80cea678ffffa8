package io.shopbooks.pretend.quickbooks;

import java.util.ArrayList;
import java.util.List;

/** Which rules an entity obeys. */
final class Rules {

  private Rules() {}

  /** The rules that need nothing but what was sent and what stands there. */
  static List<Rule> of(Entity entity) {
    var rules = new ArrayList<Rule>();
    rules.add(RegionRules::check);
    rules.add(CurrencyRules::check);
    if (entity.isTransaction()) {
      rules.add(PeriodRules::check);
      rules.add(TrackingRules::check);
      rules.add(AccountTypeRules::check);
    }
    if (entity.isList()) {
      rules.add(NameRules::check);
    }
    if (entity.isSalesForm()) {
      rules.add(NumberRules::check);
      rules.add(LineRules::check);
      rules.add(DiscountRules::check);
      rules.add(TaxRules::check);
      rules.add(FormRules::check);
    }
    rules.addAll(own(entity));
    return rules;
  }

  private static List<Rule> own(Entity entity) {
    return switch (entity.name()) {
      case "Payment" -> List.of(PaymentRules::check);
      case "Deposit" -> List.of(DepositRules::check);
      case "Purchase" -> List.of(PurchaseRules::check);
      case "JournalEntry" -> List.of(JournalRules::check);
      case "Item" -> List.of(ItemRules::check);
      case "Account" -> List.of(AccountRules::check);
      case "Customer" -> List.of(CustomerRules::check);
      default -> List.of();
    };
  }
}
