package io.shopbooks.books;

/**
 * What came of trying to take a document back. Routes branch on {@link #word()}.
 *
 * @param word "delete": may be deleted; "gone": it is no more; "kept": a person must look;
 *     "unknown": nobody knows, it is looked at again
 * @param said why it is kept or nothing is known
 */
public record Removal(String word, String said) {}
