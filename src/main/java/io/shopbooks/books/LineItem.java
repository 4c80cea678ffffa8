package io.shopbooks.books;

/** What a line sells: an item the company has, or one to be made first. */
public sealed interface LineItem permits Ref, NewItem {

  String name();
}
