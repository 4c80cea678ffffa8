/** A pretend WooCommerce 11 shop behind HTTP, stricter than kind, made from `woocommerce.md`. */
package io.shopbooks.pretend.woocommerce;
