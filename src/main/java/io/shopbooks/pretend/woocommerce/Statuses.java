package io.shopbooks.pretend.woocommerce;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statuses of orders, one of a plugin among them (`woocommerce.md` 3.1 and 4.1). */
final class Statuses {

  private static final Map<String, String> LABELS = new LinkedHashMap<>();

  static {
    LABELS.put("pending", "Pending payment");
    LABELS.put("processing", "Processing");
    LABELS.put("on-hold", "On hold");
    LABELS.put("completed", "Completed");
    LABELS.put("cancelled", "Cancelled");
    LABELS.put("refunded", "Refunded");
    LABELS.put("failed", "Failed");
    LABELS.put("awaiting-pickup", "Awaiting pickup");
    LABELS.put("checkout-draft", "Draft");
  }

  private static final List<String> NOT_ANY = List.of("trash", "auto-draft", "checkout-draft");

  private Statuses() {}

  /** With their labels, in the order reports list them. */
  static Map<String, String> labels() {
    return Collections.unmodifiableMap(LABELS);
  }

  /** What an order may be set to. */
  static List<String> settable() {
    var statuses = new ArrayList<>(List.of("auto-draft"));
    statuses.addAll(LABELS.keySet());
    return statuses;
  }

  /** What a list may be filtered by. */
  static List<String> filterable() {
    var statuses = new ArrayList<>(List.of("any", "trash"));
    statuses.addAll(settable());
    return statuses;
  }

  /**
   * Whether a list shows an order. "any" beside others is read as "any" alone; drafts of the admin
   * never come.
   */
  static boolean isWanted(String status, List<String> wanted) {
    if (status.equals("auto-draft")) {
      return false;
    }
    return wanted.isEmpty() || wanted.contains("any")
        ? !NOT_ANY.contains(status)
        : wanted.contains(status);
  }
}
