/** What a connection needs before its first sale: looked over, tried out, suggested. */
package io.shopbooks.setup;
