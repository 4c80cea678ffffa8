/** Shows that shop, ledger and books agree, and mails it. */
package io.shopbooks.report;
