package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Three versions of one document: as QuickBooks kept it after our last write, as it stands there
 * now, and as the shop wants it. A moved SyncToken proves nothing; the fields do (DESIGN 4.10).
 *
 * @param stored empty where it is not known: then whatever differs was changed by somebody
 * @param wanted what we would send for a new one
 * @param total what it is to come to
 */
record Versions(JsonNode stored, ObjectNode now, ObjectNode wanted, Money total) {

  /** They come back reshuffled after each update (2.1), and stay as they are in the books. */
  private static final Set<String> ADDRESSES = Set.of("BillAddr", "ShipAddr");

  /** Whose document it is, and its number, never change by us. */
  private static final List<String> KEPT = List.of("CustomerRef", "EntityRef", "DocNumber");

  private static final String TAX_DETAIL = "TxnTaxDetail";

  /** What is taken out again where the shop no longer has it; never filled by QuickBooks itself. */
  private static final List<String> CLEARED =
      List.of("PaymentRefNum", "PaymentMethodRef", TAX_DETAIL);

  /** A document's tax is told in parts that QuickBooks treats differently (8.1). */
  private static final List<String> TAX = List.of("TotalTax", "TxnTaxCodeRef", "TaxLine");

  /** QuickBooks works them out anew. */
  private static final List<String> WORKED_OUT =
      List.of("TotalAmt", "Balance", "HomeTotalAmt", "HomeBalance", "UnappliedAmt", "sparse");

  private static final String FIELDS = "CustomField";
  private static final String TOTAL = "TotalAmt";

  /** Names of the fields we sent that somebody changed since, to something else than we want. */
  List<String> changedThere() {
    var changed = new TreeSet<String>();
    for (var pointer : ours()) {
      var there = now.at(pointer);
      if (!isAsWanted(pointer) && !Alike.same(stored.at(pointer), there)) {
        changed.add(pointer.substring(1).split("/")[0]);
      }
    }
    if (changed.isEmpty() && !total(stored).equals(total(now)) && !isDone()) {
      changed.add(TOTAL);
    }
    return List.copyOf(changed);
  }

  /** Whether it is there already as it is wanted, to the cent. */
  boolean isDone() {
    return ours().stream().allMatch(this::isAsWanted) && total.amount().compareTo(total(now)) == 0;
  }

  /** Whether somebody made it worth nothing. */
  boolean isVoided() {
    return total(now).signum() == 0 && total(stored).signum() != 0;
  }

  /** All of what QuickBooks has, overlaid with what is wanted: a full update (2.3). */
  ObjectNode merged() {
    var all = now.deepCopy();
    WORKED_OUT.forEach(all::remove);
    CLEARED.stream().filter(stored::has).forEach(all::remove);
    // Else the old tax stays beside new amounts (8.2).
    all.remove(TAX_DETAIL);
    wanted
        .properties()
        .forEach(
            part -> {
              if (!ADDRESSES.contains(part.getKey()) && !KEPT.contains(part.getKey())) {
                all.set(part.getKey(), part.getValue());
              }
            });
    for (var field : now.path(FIELDS)) {
      if (!isOurs(field)) {
        all.withArray(FIELDS).add(field);
      }
    }
    return all;
  }

  private boolean isOurs(JsonNode field) {
    for (var ours : wanted.path(FIELDS)) {
      if (ours.path("DefinitionId").equals(field.path("DefinitionId"))) {
        return true;
      }
    }
    return !wanted.has(FIELDS);
  }

  private Set<String> ours() {
    var pointers = new TreeSet<String>();
    wanted.fieldNames().forEachRemaining(name -> pointers.add("/" + name));
    ADDRESSES.forEach(name -> pointers.remove("/" + name));
    KEPT.forEach(name -> pointers.add("/" + name));
    CLEARED.forEach(name -> pointers.add("/" + name));
    pointers.remove("/" + TAX_DETAIL);
    TAX.forEach(part -> pointers.add("/" + TAX_DETAIL + "/" + part));
    return pointers;
  }

  private boolean isAsWanted(String pointer) {
    var name = pointer.substring(1);
    if (KEPT.contains(name)) {
      return Alike.same(stored.at(pointer), now.at(pointer));
    }
    var asked = wanted.at(pointer);
    if (asked.isMissingNode() && !CLEARED.contains(name)) {
      // QuickBooks' own part of the tax: the sum and the lines beside it say what is wanted.
      return true;
    }
    return asked.isMissingNode()
        ? now.at(pointer).isMissingNode() || stored.at(pointer).isMissingNode()
        : Alike.within(asked, now.at(pointer));
  }

  private static BigDecimal total(JsonNode version) {
    return version.path(TOTAL).decimalValue().stripTrailingZeros();
  }
}
