/** A pretend Wix site behind HTTP, stricter than kind. */
package io.shopbooks.pretend.wix;
