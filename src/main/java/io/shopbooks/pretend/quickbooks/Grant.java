package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What one sign-in gave: the right of an app to one company.
 *
 * @param refreshToken the value that counts; older ones are dead
 * @param issued when this value was given out
 * @param softEnd when it dies if nobody refreshes
 * @param hardEnd when it dies for good
 */
record Grant(
    String client,
    String realm,
    String refreshToken,
    Instant issued,
    Instant softEnd,
    Instant hardEnd,
    boolean revoked) {

  Grant with(String token, Instant since, Instant end) {
    return new Grant(client, realm, token, since, end, hardEnd, revoked);
  }

  Grant revokedNow() {
    return new Grant(client, realm, refreshToken, issued, softEnd, hardEnd, true);
  }

  boolean isAlive(Instant now) {
    return !revoked && now.isBefore(softEnd) && now.isBefore(hardEnd);
  }

  ObjectNode json() {
    return Json.object()
        .put("client", client)
        .put("realm", realm)
        .put("refreshToken", refreshToken)
        .put("issued", issued.toString())
        .put("softEnd", softEnd.toString())
        .put("hardEnd", hardEnd.toString())
        .put("revoked", revoked);
  }

  static Grant read(JsonNode node) {
    return new Grant(
        Json.text(node, "client"),
        Json.text(node, "realm"),
        Json.text(node, "refreshToken"),
        Instant.parse(Json.text(node, "issued")),
        Instant.parse(Json.text(node, "softEnd")),
        Instant.parse(Json.text(node, "hardEnd")),
        Json.flag(node, "revoked"));
  }
}
