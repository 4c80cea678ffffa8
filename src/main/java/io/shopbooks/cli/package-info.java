/** The commands. */
package io.shopbooks.cli;
