package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Every reference must point to an object that exists and is in use (610, 2500, 6250). */
final class References {

  /** Items and codes that are no objects (7.3, 8.1); other rules look after them. */
  private static final Set<String> BUILT_IN =
      Set.of("SHIPPING_ITEM_ID", "GRATUITY_ITEM_ID", "CustomSalesTax");

  private final Draft draft;

  References(Draft draft) {
    this.draft = draft;
  }

  /** Checks what was sent; what stood there before may have become inactive since. */
  void check() {
    visit(draft.entity().properties(), draft.write().sent(), this::check);
  }

  /** Writes the name beside each id, as answers carry it. */
  void name() {
    visit(draft.entity().properties(), draft.after(), this::name);
  }

  private void visit(
      Map<String, Property> shape, JsonNode node, BiConsumer<Property, ObjectNode> visitor) {
    for (var field : node.properties()) {
      var property = shape.get(field.getKey());
      var value = field.getValue();
      if (property != null && property.kind().equals("ref") && value instanceof ObjectNode ref) {
        visitor.accept(property, ref);
      } else if (property != null && property.kind().equals("shape")) {
        visit(Schema.shape(property.shape()), value, visitor);
      } else if (property != null && property.kind().equals("list")) {
        value.forEach(part -> visit(Schema.shape(property.shape()), part, visitor));
      }
    }
  }

  private void check(Property property, ObjectNode ref) {
    var id = Json.text(ref, "value");
    if (BUILT_IN.contains(id) || isAmericanLineCode(property)) {
      return;
    }
    var found = find(property.of(), id).filter(f -> f.born() <= draft.write().visible());
    var type = Json.text(ref, "type");
    if (found.isEmpty() || !type.isEmpty() && !found.get().type().equals(type)) {
      draft.problem(
          "2500", "Invalid Reference Id : " + property.name() + " " + id, property.name());
    } else if (!found.get().isActive()) {
      var code = found.get().type().equals("Customer") ? "6250" : "610";
      draft.problem(
          code,
          "Something you're trying to use has been made inactive: " + property.name() + " " + id,
          property.name());
    }
  }

  private boolean isAmericanLineCode(Property property) {
    return property.name().equals("TaxCodeRef") && draft.company().region().isAmerican();
  }

  private void name(Property property, ObjectNode ref) {
    find(property.of(), Json.text(ref, "value"))
        .ifPresent(found -> ref.put("name", found.text(nameProperty(found))));
  }

  private static String nameProperty(Stored found) {
    return Schema.named(found.type()).orElseThrow().nameProperty();
  }

  private Optional<Stored> find(List<String> types, String id) {
    return types.stream().flatMap(t -> draft.company().records().find(t, id).stream()).findFirst();
  }
}
