package io.shopbooks.cli;

import picocli.CommandLine.Option;

/** What every command tells of itself. */
final class Help {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
