package io.shopbooks.pretend.quickbooks;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of list objects: there, free of colons, and used once (6.4, 6.5, 6.7). */
final class NameRules {

  private static final int PLUS_PLAN_CLASSES = 40;

  private NameRules() {}

  static void check(Draft draft) {
    var entity = draft.entity();
    if (entity.isPerson() && !draft.has("DisplayName")) {
      draft.after().put("DisplayName", nameParts(draft));
    }
    qualify(draft);
    var name = draft.text(entity.nameProperty());
    if (name.isBlank()) {
      draft.problem("2020", "Required parameter " + entity.nameProperty() + " is missing", "Name");
    } else if (isTaken(draft, name)) {
      draft.problem("6240", "The name supplied already exists. : " + taken(entity), "Name");
    }
    if (entity.is("CompanyCurrency") && !draft.text("Code").matches("[A-Z]{3}")) {
      draft.problem("2220", "Currency code " + draft.text("Code") + " is not valid", "Code");
    }
    if (draft.isCreate() && (entity.is("Class") || entity.is("Department"))) {
      cap(draft);
    }
  }

  private static String nameParts(Draft draft) {
    return Stream.of("Title", "GivenName", "MiddleName", "FamilyName", "Suffix")
        .map(draft::text)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  /** The name with those of its parents before it: "Shirts:Blue". */
  private static void qualify(Draft draft) {
    var entity = draft.entity();
    if (entity.properties().containsKey("FullyQualifiedName")) {
      var own = draft.text(entity.isPerson() ? "DisplayName" : "Name");
      var parent =
          draft.company().records().find(entity.name(), draft.text("ParentRef.value")).stream();
      var above = parent.map(p -> p.text("FullyQualifiedName") + ":").findFirst().orElse("");
      draft.after().put("FullyQualifiedName", above + own);
    }
  }

  private static boolean isTaken(Draft draft, String name) {
    var own = draft.text("Id");
    return draft.company().records().named(draft.entity(), name).stream()
        .anyMatch(id -> !id.equals(own));
  }

  private static String taken(Entity entity) {
    return entity.isPerson()
        ? "Another customer, vendor or employee is already using this name. Please use a different name."
        : "Another " + entity.name() + " is already using this name.";
  }

  /** Classes and locations together are capped on the Plus plan. */
  private static void cap(Draft draft) {
    var records = draft.company().records();
    if (records.all("Class").size() + records.all("Department").size() >= PLUS_PLAN_CLASSES) {
      draft.problem("5030", "The plan allows " + PLUS_PLAN_CLASSES + " classes and locations");
    }
  }
}
