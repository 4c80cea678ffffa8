package io.shopbooks;

import io.shopbooks.books.Why;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An order that is held, and what a person does about it beside the printed edit and command.
 *
 * @param what came in between, in a few words
 * @param choices merged into the connection file before; {@code ~} takes a key out
 * @param before what is so in the company before the order comes
 * @param sale sells the order; answers its id
 * @param person what the words tell a person to do, where no edit is printed
 * @param after puts the company back for the next order
 * @param documents how many of the order are in the books in the end
 * @param command where the words offer another one than the printed
 */
record Trouble(
    Why why,
    String what,
    String choices,
    Consumer<World> before,
    Selling sale,
    Acting person,
    Consumer<World> after,
    int documents,
    Optional<String> command) {

  /** Sells an order; answers its id. */
  @FunctionalInterface
  interface Selling {
    int sell(World world);
  }

  /** Does something about the order with this id. */
  @FunctionalInterface
  interface Acting {
    void act(World world, int order);
  }

  static final Consumer<World> NOTHING = world -> {};

  static Trouble of(Why why, String what, Selling sale) {
    return new Trouble(
        why, what, "{}", NOTHING, sale, (world, order) -> {}, NOTHING, 1, Optional.empty());
  }

  Trouble choosing(String yaml) {
    return new Trouble(why, what, yaml, before, sale, person, after, documents, command);
  }

  Trouble where(Consumer<World> isSo) {
    return new Trouble(why, what, choices, isSo, sale, person, after, documents, command);
  }

  Trouble person(Acting does) {
    return new Trouble(why, what, choices, before, sale, does, after, documents, command);
  }

  Trouble afterwards(Consumer<World> cleansUp) {
    return new Trouble(why, what, choices, before, sale, person, cleansUp, documents, command);
  }

  /** The words say that nothing more is to be done: the next sync settles it. */
  Trouble goingOnByItself() {
    return instead("shopbooks sync acme");
  }

  Trouble instead(String offered) {
    return new Trouble(
        why, what, choices, before, sale, person, after, documents, Optional.of(offered));
  }

  Trouble endingWith(int documentsInTheBooks) {
    return new Trouble(
        why, what, choices, before, sale, person, after, documentsInTheBooks, command);
  }

  @Override
  public String toString() {
    return why.word() + ": " + what;
  }
}
