/** What a sync costs: requests, time, processor and memory. */
package io.shopbooks.bench;
