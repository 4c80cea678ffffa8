package io.shopbooks.quickbooks;

import java.time.Instant;

/** QuickBooks asked for a pause, or cannot be reached: the company's work goes on later. */
public class CompanyResting extends RuntimeException {

  CompanyResting(String realm, Instant until, String because) {
    super("QuickBooks company " + realm + " rests until " + until + ": " + because);
  }
}
