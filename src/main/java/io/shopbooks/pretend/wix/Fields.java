package io.shopbooks.pretend.wix;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an API lets one filter and sort by. */
final class Fields {

  /** Operators of plain values, as the orders' reference groups them (2.2). */
  static final Set<String> ALL =
      Set.of("$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin", "$exists", "$startsWith");

  static final Set<String> EQUALITY = Set.of("$eq", "$in", "$ne", "$nin");
  static final Set<String> ARRAYS = Set.of("$hasAll", "$hasSome");

  /** A field: what may be asked of it, and whether lists may be sorted by it. */
  record Field(Set<String> operators, boolean sortable) {}

  private final Map<String, Field> fields = new LinkedHashMap<>();

  /** Adds fields; a star stands for any one name. */
  Fields with(Set<String> operators, boolean sortable, String... names) {
    for (var name : names) {
      fields.put(name, new Field(operators, sortable));
    }
    return this;
  }

  Optional<Field> find(String name) {
    var exact = Optional.ofNullable(fields.get(name));
    return exact.isPresent() ? exact : wild(name);
  }

  private Optional<Field> wild(String name) {
    return fields.keySet().stream()
        .filter(known -> known.contains("*"))
        .filter(known -> name.matches(known.replace(".", "\\.").replace("*", "\\w+")))
        .map(fields::get)
        .findFirst();
  }

  /** Of orders (2.2). */
  static Fields ofOrders() {
    return new Fields()
        .with(
            ALL,
            true,
            "createdDate",
            "updatedDate",
            "purchasedDate",
            "number",
            "priceSummary.total.amount",
            "buyerInfo.email",
            "billingInfo.contactDetails.firstName",
            "billingInfo.contactDetails.lastName",
            "businessLocation.id",
            "businessLocation.name",
            "taxInfo.totalTax.amount",
            "balanceSummary.*.amount")
        .with(
            EQUALITY,
            true,
            "status",
            "paymentStatus",
            "fulfillmentStatus",
            "channelInfo.type",
            "shippingInfo.title",
            "shippingInfo.region.name")
        .with(
            EQUALITY,
            false,
            "id",
            "checkoutId",
            "buyerInfo.contactId",
            "buyerInfo.memberId",
            "channelInfo.externalOrderId",
            "createdBy.userId",
            "lineItems.subscriptionInfo.id")
        .with(
            ARRAYS,
            false,
            "lineItems.catalogReference.appId",
            "lineItems.catalogReference.catalogItemId",
            "lineItems.locations.id",
            "appliedDiscounts.coupon.id")
        .with(ALL, false, "archived", "imported", "seenByAHuman", "demo");
  }
}
