package io.shopbooks.setup;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rule of similar names: two names are similar if they have a word in common, in any letter
 * case, without accents and plural endings; some words count as one. The more of their words are
 * common, the more similar they are.
 */
final class Similarity {

  private static final List<Set<String>> ALIKE =
      List.of(
          Set.of("shipping", "shipment", "delivery", "freight", "postage", "livraison", "port"),
          Set.of("discount", "coupon", "promo", "rabais", "remise", "escompte"),
          Set.of("tip", "gratuity", "pourboire"),
          Set.of("gift", "voucher", "cadeau"),
          Set.of("fee", "charge", "frai"),
          Set.of("merchant", "bank", "processing", "bancaire"),
          Set.of("rounding", "arrondi", "penny"),
          Set.of("refund", "remboursement"),
          Set.of("web", "online", "internet", "ecommerce", "ligne", "woocommerce", "wix"),
          Set.of("card", "credit", "stripe", "carte"),
          Set.of("cheque", "check"),
          Set.of("exempt", "exonere"),
          Set.of("zero", "detaxe"));

  /** Words that stand in too many names to tell anything. */
  private static final Set<String> EMPTY =
      Set.of(
          "of", "the", "a", "and", "de", "du", "la", "le", "des", "on", "by", "account", "product");

  private Similarity() {}

  /** The most similar of these names; none if no word is common. */
  static Optional<String> mostSimilar(String name, List<String> names) {
    return names.stream()
        .filter(other -> of(name, other) > 0)
        .max(Comparator.comparingInt(other -> of(name, other)));
  }

  /** From 0, nothing in common, to 100. */
  static int of(String one, String other) {
    var words = words(one);
    var others = words(other);
    var all = Math.max(words.size(), others.size());
    words.retainAll(others);
    return all == 0 ? 0 : words.size() * 100 / all;
  }

  private static Set<String> words(String name) {
    var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return Arrays.stream(plain.toLowerCase(Locale.ROOT).replace("e-", "e").split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty() && !EMPTY.contains(word))
        .map(word -> word.length() > 3 ? word.replaceAll("s$", "") : word)
        .map(Similarity::family)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String family(String word) {
    return ALIKE.stream()
        .filter(family -> family.contains(word))
        .findFirst()
        .map(family -> family.stream().sorted().findFirst().orElseThrow())
        .orElse(word);
  }
}
