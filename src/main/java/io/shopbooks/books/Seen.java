package io.shopbooks.books;

/** What a look at the company told about a document: it is there, or it is there no more. */
public sealed interface Seen permits InBooks, Removed {}
