/** A pretend mailbox: takes every mail over SMTP and shows it to tests and to people. */
package io.shopbooks.pretend.mailbox;
