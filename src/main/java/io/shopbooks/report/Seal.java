package io.shopbooks.report;

/** Makes of a text what nobody else can make of it, lent by the room that has the key. */
@FunctionalInterface
public interface Seal {

  /** At least 16 bytes, always the same of the same text. */
  byte[] of(String text);
}
