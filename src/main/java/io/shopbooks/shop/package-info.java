/**
 * Reads shops: their orders by API, their deliveries by signature, and their JSON as sales through
 * the mappings.
 */
package io.shopbooks.shop;
