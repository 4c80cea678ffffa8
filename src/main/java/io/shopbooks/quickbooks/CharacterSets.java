package io.shopbooks.quickbooks;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Which American companies refused characters beyond Latin-1 (`quickbooks-online.md` 2.1: only they
 * may). From then on documents are written plainly at once, so that not each of them is refused
 * first.
 */
@Component
class CharacterSets {

  private final Mirror mirror;
  private final Set<String> plain = ConcurrentHashMap.newKeySet();

  CharacterSets(Mirror mirror) {
    this.mirror = mirror;
  }

  /** A document of the company needed this repair. */
  void learn(String realm, Repair repair) {
    if (repair == Repair.PLAIN_CHARACTERS && new MirroredCompany(realm, mirror).isAmerican()) {
      plain.add(realm);
    }
  }

  /** The repairs of a document, and what the company needs anyway. */
  Set<String> repairs(String realm, Set<String> own) {
    if (!plain.contains(realm)) {
      return own;
    }
    var all = new HashSet<>(own);
    all.add(Repair.PLAIN_CHARACTERS.word());
    return all;
  }
}
