/** The connection files: read, checked, explained; and which connections are due. */
package io.shopbooks.connections;
