/**
 * The accounting rules: a sale, a connection's choices and the company's facts in, documents that
 * balance out.
 */
package io.shopbooks.books;
