package io.shopbooks.pretend.quickbooks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One type of object.
 *
 * @param name as in JSON and queries: SalesReceipt
 * @param kind transaction, list or settings; hidden ones are QuickBooks' own and not in the API
 * @param can what may be done with it: create, update, sparse, delete, void-include, void-operation
 */
record Entity(String name, String kind, List<String> can, Map<String, Property> properties) {

  private static final List<String> SALES_FORMS =
      List.of("SalesReceipt", "Invoice", "CreditMemo", "RefundReceipt");

  private static final List<String> PEOPLE = List.of("Customer", "Vendor", "Employee");

  /** Its place in a path, in lower case: salesreceipt. */
  String resource() {
    return name.toLowerCase(Locale.ROOT);
  }

  boolean can(String operation) {
    return can.contains(operation);
  }

  boolean isTransaction() {
    return kind.endsWith("transaction");
  }

  boolean isHidden() {
    return kind.startsWith("hidden");
  }

  boolean isList() {
    return kind.equals("list");
  }

  boolean isSalesForm() {
    return SALES_FORMS.contains(name);
  }

  boolean isPerson() {
    return PEOPLE.contains(name);
  }

  /** Where names must differ from each other: one room for all people (6.4). */
  String nameSpace() {
    return isPerson() ? "Person" : name;
  }

  /** The property that carries the name of a list object. */
  String nameProperty() {
    return switch (name) {
      case "Customer", "Vendor", "Employee", "TaxAgency" -> "DisplayName";
      case "CompanyCurrency" -> "Code";
      case "Item", "Class", "Department" -> "FullyQualifiedName";
      default -> "Name";
    };
  }

  boolean is(String other) {
    return name.equals(other);
  }

  /** By name in any case, as queries write it ("Metadata", "asofdate"). */
  Optional<Property> property(String wanted) {
    return properties.values().stream().filter(p -> p.name().equalsIgnoreCase(wanted)).findAny();
  }
}
