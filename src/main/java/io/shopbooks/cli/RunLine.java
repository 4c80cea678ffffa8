package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Run;

/** What a run did, as one line of JSON (DESIGN 6). */
interface RunLine {

  String json(Connection connection, Run run);
}
