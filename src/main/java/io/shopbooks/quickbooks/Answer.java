package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What came back for a request.
 *
 * @param status of HTTP; 0 where nothing came back
 * @param tid Intuit's id of the exchange ({@code intuit_tid}), for their support
 * @param json absent where the body is not JSON
 * @param text the body as it came; where nothing came, what went wrong
 * @param sent false where the request surely never left
 */
public record Answer(int status, String tid, Optional<JsonNode> json, String text, boolean sent) {

  private static final int LONGEST = 2000;

  static Answer none(String because, boolean sent) {
    return new Answer(0, "", Optional.empty(), because, sent);
  }

  boolean isGood() {
    return status >= 200 && status < 300 && json.filter(JsonNode::isObject).isPresent();
  }

  /** For the record: as much of the body as is worth keeping. */
  public String shortText() {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
