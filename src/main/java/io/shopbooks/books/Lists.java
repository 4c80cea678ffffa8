package io.shopbooks.books;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The company's lists, asked for entries that the connection names; a name that is not there holds
 * the document and tells which setting names it.
 */
record Lists(Company company) {

  Ref item(String name, String setting) {
    return company
        .item(name)
        .map(Item::ref)
        .orElseThrow(() -> missing(Why.UNKNOWN_ITEM, name, setting));
  }

  Account account(String name, String setting) {
    return company.account(name).orElseThrow(() -> missing(Why.UNKNOWN_ACCOUNT, name, setting));
  }

  TaxCode taxCode(String name, String setting) {
    return company.taxCode(name).orElseThrow(() -> missing(Why.UNKNOWN_TAX_CODE, name, setting));
  }

  /** An entry of a list whose name the connection may leave out. */
  Optional<Ref> entry(Optional<String> name, Function<String, Optional<Ref>> list, String setting) {
    return name.map(
        n -> list.apply(n).orElseThrow(() -> missing(Why.UNKNOWN_LIST_ENTRY, n, setting)));
  }

  /** The reason, with the first tax code that fits as a proposal. */
  Unbookable unchosen(Reason reason, Predicate<TaxCode> fits) {
    var proposal = company.taxCodes().stream().filter(fits).map(TaxCode::name).findFirst();
    return new Unbookable(proposal.map(name -> reason.with("proposal", name)).orElse(reason));
  }

  private static Unbookable missing(Why why, String name, String setting) {
    return new Unbookable(Reason.of(why).with("name", name).with("setting", setting));
  }
}
