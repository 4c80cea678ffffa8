package io.shopbooks.books;

/**
 * The order that another one is a part of.
 *
 * @param number as people call it; its id where it never came
 * @param total for people: "81.96 USD"; empty where it never came
 */
public record ParentOrder(String number, String total) {}
