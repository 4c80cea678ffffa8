/** Kills the program at chosen moments and counts afterwards what is in the books. */
package io.shopbooks.crash;
