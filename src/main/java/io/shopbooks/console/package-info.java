/** The web pages. */
package io.shopbooks.console;
