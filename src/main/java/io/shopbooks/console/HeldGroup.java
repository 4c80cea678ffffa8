package io.shopbooks.console;

import io.shopbooks.report.Remedy;
import java.util.List;

/**
 * What is held of one connection for one reason, and mended in one way.
 *
 * @param key names the group in addresses
 * @param title the reason in a few words
 * @param explanation of the first
 * @param money at stake, all together
 * @param remedy of the first
 * @param editable whether the remedy edits the connection file
 * @param more how many there are beyond those shown
 */
record HeldGroup(
    String key,
    String connection,
    String title,
    String explanation,
    String count,
    String money,
    Remedy remedy,
    boolean editable,
    List<One> ones,
    int more) {

  /**
   * @param id of the hold
   * @param orderId the shop's
   * @param subject a message word: "order", "refund" or "document"
   */
  record One(
      long id,
      String order,
      String orderId,
      String subject,
      String money,
      String since,
      String explanation) {}
}
