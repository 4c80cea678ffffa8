/** What holds for any order, in each region and for each choice: tried over generated orders. */
package io.shopbooks.properties;
