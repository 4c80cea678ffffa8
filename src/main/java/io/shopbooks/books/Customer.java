package io.shopbooks.books;

import io.shopbooks.sale.Address;
import java.util.Currency;

/**
 * Who a document is for, as the shop knows them; QuickBooks' own customer is found or made when the
 * document is sent.
 *
 * @param displayName as it should read in QuickBooks; another may have it already
 * @param generic one customer stands for all buyers
 * @param currency a customer has one for good (`quickbooks-online.md` 6.3)
 */
public record Customer(
    String displayName,
    boolean generic,
    String givenName,
    String familyName,
    String organisation,
    String email,
    String phone,
    Address address,
    Currency currency) {}
