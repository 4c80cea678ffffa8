package io.shopbooks.books;

import java.util.Optional;

/**
 * Where the money of a document goes to or comes from.
 *
 * @param account absent: QuickBooks' undeposited funds
 * @param method name of the payment method
 * @param reference the gateway's id of the transaction, as far as it fits; whole in the memo
 */
public record Settlement(Optional<Ref> account, Optional<String> method, String reference) {}
