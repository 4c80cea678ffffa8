package io.shopbooks.books;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Parts with their tax codes, as lines; discounts of one code become one line. */
final class Lines {

  private Lines() {}

  private record Kind(LineItem item, String text, Optional<Ref> code) {}

  static List<DocumentLine> of(List<Part> parts, Function<Part, Optional<Ref>> code) {
    var lines = new ArrayList<DocumentLine>();
    var merged = new LinkedHashMap<Kind, Part>();
    for (var part : parts) {
      if (part.role() == LineRole.DISCOUNT) {
        var kind = new Kind(part.item(), part.text(), code.apply(part));
        merged.merge(kind, part, (one, two) -> one.withAmount(one.amount().plus(two.amount())));
      } else {
        lines.add(Quantities.line(part, code.apply(part)));
      }
    }
    merged.forEach((kind, part) -> lines.add(Quantities.line(part, kind.code())));
    return lines;
  }
}
