package io.shopbooks.crash;

import io.shopbooks.crash.Moment.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/kill-nine}: every moment with several seeds, and a table of what came of it. */
@Command(name = "bench/kill-nine", mixinStandardHelpOptions = true)
final class KillNine implements Callable<Integer> {

  private static final String ROW = "%-28s %20s %7s %6s %9s %8s %7s %5s%n";

  @Option(names = "--orders", description = "Orders in each life (${DEFAULT-VALUE}).")
  int orders = 60;

  @Option(names = "--seeds", description = "Lives of each kind (${DEFAULT-VALUE}).")
  int seeds = 3;

  @Option(names = "--seed", description = "The first seed; without it, the time.")
  long seed = System.nanoTime();

  @Option(names = "--only", description = "Only kinds with this in their name.")
  String only = "";

  private int complaints;

  /** Runs it; the exit status is 0 if nothing is missing, double or wrong anywhere. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new KillNine()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    var spoken = System.out;
    spoken.printf(
        ROW, "killed", "seed", "orders", "kills", "documents", "missing", "doubled", "wrong");
    for (var life = seed; life < seed + seeds; life++) {
      for (var story : Moment.stories()) {
        if (story.name().contains(only)) {
          row(story.name(), life, stage(story, life));
        }
      }
      if (Backup.NAME.contains(only)) {
        row(Backup.NAME, life, backup(life));
      }
      if (TakenBack.NAME.contains(only)) {
        row(TakenBack.NAME, life, takenBack(life));
      }
      if (HeldUp.NAME.contains(only)) {
        row(HeldUp.NAME, life, heldUp(life));
      }
    }
    return complaints == 0 ? 0 : 1;
  }

  /** What is to be told of one life. */
  private record Life(Audit audit, int kills, List<String> trouble) {}

  private Life stage(Story story, long life) throws IOException {
    var folder = Files.createTempDirectory("kill-nine");
    try (var stage = new Stage(folder)) {
      var random = new Random(life);
      stage.sellsAndRefunds(orders, life);
      var kills = 0;
      for (var moment : story.moments()) {
        kills += stage.runsUntil(moment.of(random), "sync", "acme").isKilled() ? 1 : 0;
      }
      return ended(stage, kills);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private Life backup(long life) throws IOException {
    var folder = Files.createTempDirectory("kill-nine");
    try (var stage = new Stage(folder)) {
      return ended(stage, new Backup(stage, folder, new Random(life)).lostAndRestored(orders));
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private Life takenBack(long life) throws IOException {
    var folder = Files.createTempDirectory("kill-nine");
    try (var stage = new Stage(folder)) {
      stage.sellsAndRefunds(orders, life);
      var told = new TakenBack(stage, new Random(life));
      var kills = told.appliedTakenBackAndBroughtAgain();
      var ended = ended(stage, kills);
      ended.trouble().addAll(told.trouble());
      return ended;
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private Life heldUp(long life) throws IOException {
    var folder = Files.createTempDirectory("kill-nine");
    try (var stage = new Stage(folder)) {
      stage.sells(orders / 3, life);
      return ended(stage, new HeldUp(stage).killedAndRestarted());
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static Life ended(Stage stage, int kills) {
    var trouble = new ArrayList<String>();
    var last = stage.syncs();
    if (last.status() != 0) {
      trouble.add("the last sync ended with " + last.status() + ":\n" + last.said());
    }
    return new Life(stage.audit(EnumSet.allOf(Audit.Also.class)), kills, trouble);
  }

  private void row(String name, long life, Life told) {
    var audit = told.audit();
    System.out.printf(
        ROW,
        name,
        life,
        audit.orders(),
        told.kills(),
        audit.documents(),
        audit.missing().size(),
        audit.doubled().size(),
        audit.wrong().size());
    var all = new ArrayList<>(told.trouble());
    List.of(audit.missing(), audit.doubled(), audit.wrong()).forEach(all::addAll);
    all.forEach(complaint -> System.out.println("  " + complaint));
    complaints += all.size();
  }
}
