package io.shopbooks.setup;

/**
 * Something about a connection that a person should know or change, in English.
 *
 * @param area shop or company
 * @param what as a sentence
 * @param remedy as a sentence or two
 * @param stopsSales whether sales are held, or do not come, until it is changed
 * @param unreachable whether that side could not be looked at
 */
public record Found(
    String area, String what, String remedy, boolean stopsSales, boolean unreachable) {}
