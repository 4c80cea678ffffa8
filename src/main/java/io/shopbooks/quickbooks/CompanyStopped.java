package io.shopbooks.quickbooks;

/** QuickBooks takes nothing for the company until a person acts there: its subscription ended … */
public class CompanyStopped extends RuntimeException {

  CompanyStopped(String realm, String because) {
    super("QuickBooks takes nothing for company " + realm + ": " + because);
  }
}
