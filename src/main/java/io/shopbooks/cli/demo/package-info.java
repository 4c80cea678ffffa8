/** The demo: pretends that live, and the application between them. */
package io.shopbooks.cli.demo;
