package io.shopbooks.cli;

import picocli.CommandLine.Option;

/** What every command takes. */
final class Options {

  @Option(
      names = "--json",
      description = "Answer machines: one JSON value on stdout, everything else on stderr.")
  boolean json;

  @Option(names = "--demo", description = "Work on the demo that runs, or ran, in this folder.")
  boolean demo;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  /** The demo's own connections are named demo and demo-wix, so that naming one is enough. */
  boolean isAboutDemo(String connection) {
    return demo || "demo".equals(connection) || "demo-wix".equals(connection);
  }
}
