package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * One line of double-entry books; a debit is positive.
 *
 * @param account id of the account
 * @param home amount in the company's home currency
 * @param own amount in the document's currency
 * @param party id of the customer or vendor, "" for none
 * @param about id of the transaction that this line settles, "" for none
 */
record Posting(String account, BigDecimal home, BigDecimal own, String party, String about) {

  ObjectNode json() {
    var node = Json.object().put("account", account).put("party", party).put("about", about);
    node.set("home", Json.number(home));
    node.set("own", Json.number(own));
    return node;
  }

  static Posting read(JsonNode node) {
    return new Posting(
        Json.text(node, "account"),
        Json.number(node, "home"),
        Json.number(node, "own"),
        Json.text(node, "party"),
        Json.text(node, "about"));
  }
}
