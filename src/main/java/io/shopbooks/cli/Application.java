package io.shopbooks.cli;

import org.springframework.context.ApplicationContext;

/** The application as commands use it. */
interface Application {

  /** What a command does with the running application; answers the exit status. */
  @FunctionalInterface
  interface Work {
    int with(ApplicationContext application) throws Exception;
  }

  /**
   * Starts without web and schedules, does the work, and ends.
   *
   * @param demo whether the work concerns the demo
   */
  int work(boolean demo, Work work) throws Exception;

  /**
   * The same with the pages, so that a browser can come back to this process; where their port is
   * taken, without, because then perhaps a {@code serve} has it.
   */
  default int workWithPages(boolean demo, Work work) throws Exception {
    return work(demo, work);
  }

  /**
   * Starts with everything, and returns when somebody ended it.
   *
   * @param demo whether a pretend world is started beside it
   */
  int serve(boolean demo) throws Exception;
}
