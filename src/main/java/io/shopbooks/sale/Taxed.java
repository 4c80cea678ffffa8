package io.shopbooks.sale;

import java.util.List;

/** A part of an order that may be taxed: net amount, its tax, and how the rates share that tax. */
public sealed interface Taxed permits Line, Charge {

  String name();

  Money total();

  Money tax();

  /** The rates that apply to this part; empty when the shop knows of no tax on it. */
  List<TaxShare> taxes();
}
