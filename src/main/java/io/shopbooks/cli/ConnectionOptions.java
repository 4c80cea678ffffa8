package io.shopbooks.cli;

import picocli.CommandLine.Parameters;

/** What every command about one connection takes. */
final class ConnectionOptions extends Options {

  @Parameters(
      paramLabel = "CONNECTION",
      description = "Its file is mappings/connections/CONNECTION.yaml.")
  String connection;

  @Override
  int work(Application application, Task task) throws Exception {
    return work(application, connection, task);
  }
}
