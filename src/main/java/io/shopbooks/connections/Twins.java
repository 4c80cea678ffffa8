package io.shopbooks.connections;

import io.shopbooks.sale.ShopId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds connections of one shop and one company: nobody can know whose choices are meant. */
final class Twins {

  private Twins() {}

  private record Pair(ShopId shop, Optional<String> realm) {}

  /** The same files, twins without their connection and with a finding. */
  static List<ReadFile> without(List<ReadFile> files) {
    var judged = new ArrayList<ReadFile>();
    for (var file : files) {
      var twin = files.stream().filter(other -> areTwins(file, other)).findFirst();
      judged.add(twin.map(other -> broken(file, other)).orElse(file));
    }
    return List.copyOf(judged);
  }

  /** What is wrong with this file if it is a twin of the other. */
  static Optional<Finding> of(ReadFile file, ReadFile other) {
    return areTwins(file, other)
        ? Optional.of(broken(file, other).findings().get(0))
        : Optional.empty();
  }

  private static boolean areTwins(ReadFile one, ReadFile other) {
    return one != other && pair(one).isPresent() && pair(one).equals(pair(other));
  }

  private static Optional<Pair> pair(ReadFile file) {
    return file.connection().map(c -> new Pair(c.shopId(), c.company().realm()));
  }

  private static ReadFile broken(ReadFile file, ReadFile twin) {
    var finding =
        Finding.about(
            file.file(), "file-twin", Map.of("twin", twin.file().getFileName().toString()));
    return ReadFile.broken(file.file(), List.of(finding));
  }
}
