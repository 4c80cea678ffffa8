package io.shopbooks.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

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

  /** A page of a thousand documents with hundred lines each is smaller; memory is not endless. */
  private static final int LARGEST = 64 << 20;

  /** What stands in the message; an answer that breaks off or does not end is none. */
  static Answer of(Message message) {
    var status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    var tid = message.getHeader("intuit_tid", "", String.class);
    try (var body = message.getBody(InputStream.class)) {
      var bytes = body == null ? new byte[0] : body.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        return none("HTTP " + status + " with more than " + LARGEST + " bytes", true);
      }
      var text = new String(bytes, StandardCharsets.UTF_8);
      return new Answer(status, tid, json(text), text, true);
    } catch (IOException e) {
      return none(e.toString(), true);
    }
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.ofNullable(QuickBooks.JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

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
