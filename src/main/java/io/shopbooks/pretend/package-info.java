/** A pretend shop, company and mailbox to rehearse with; knows no other room. */
package io.shopbooks.pretend;
