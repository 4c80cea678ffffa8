package io.shopbooks.shop;

import java.time.Duration;

/** Waits between two attempts; tests only note that it was asked to. */
interface Pause {
  void rest(Duration time) throws InterruptedException;
}
