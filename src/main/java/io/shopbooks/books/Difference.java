package io.shopbooks.books;

/**
 * Something in which two versions of a document differ, in words a bookkeeper knows.
 *
 * @param field "date", "line", "tax", "total" …
 * @param was in the one; empty where it has none
 * @param would in the other; likewise
 */
public record Difference(String field, String was, String would) {}
