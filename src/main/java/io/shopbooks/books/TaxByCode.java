package io.shopbooks.books;

import io.shopbooks.sale.Money;
import io.shopbooks.sale.Rate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Companies outside the US: each line has a tax code, amounts are net, and the shop's tax overrides
 * what QuickBooks would compute, per rate (`quickbooks-online.md` 8.2).
 */
record TaxByCode(Choices.Taxes taxes, Lists lists) implements Taxation {

  @Override
  public List<Part> parts(List<Part> parts, Money tax) {
    return parts;
  }

  @Override
  public Money beside(Money tax) {
    return tax;
  }

  @Override
  public Taxed code(List<Part> parts, List<Rate> rates, Money beside) {
    if (!lists.company().salesTax()) {
      if (!beside.isZero()) {
        throw new Unbookable(Reason.of(Why.SALES_TAX_OFF).with("tax", beside));
      }
      return new Taxed(Lines.of(parts, part -> Optional.empty()), DocumentTax.untold(beside));
    }
    var byId = rates.stream().collect(Collectors.toMap(Rate::id, Function.identity(), (a, b) -> a));
    var coded = parts.stream().map(part -> new Coded(part, code(part, byId))).toList();
    var code = new IdentityHashMap<Part, Ref>();
    coded.forEach(c -> code.put(c.part(), c.code().ref()));
    var shares = RateShares.of(coded, byId, beside);
    return new Taxed(
        Lines.of(parts, part -> Optional.of(code.get(part))),
        new DocumentTax(DocumentTax.Method.BY_CODE, Optional.empty(), beside, shares));
  }

  /** A part with the code its rates are mapped to. */
  record Coded(Part part, TaxCode code) {}

  private TaxCode code(Part part, Map<String, Rate> byId) {
    var rates = part.taxes().stream().map(share -> known(share.rate(), byId)).toList();
    if (rates.isEmpty()) {
      var name = taxes.untaxed().orElseThrow(this::unchosen);
      return lists.taxCode(name, "taxes.untaxed");
    }
    var name = RateMap.find(taxes.rates(), rates).orElseThrow(() -> unmapped(rates));
    return lists.taxCode(name, "taxes.rates");
  }

  private static Rate known(String id, Map<String, Rate> byId) {
    return Optional.ofNullable(byId.get(id))
        .orElseThrow(() -> new Unbookable(Reason.of(Why.NO_TAX_CODE).with("rate", id)));
  }

  private Unbookable unchosen() {
    return lists.unchosen(
        Reason.of(Why.NO_UNTAXED_CODE),
        code -> !code.rates().isEmpty() && code.percent().signum() == 0);
  }

  private Unbookable unmapped(List<Rate> rates) {
    var percents =
        rates.stream()
            .map(rate -> rate.percent().stripTrailingZeros().toPlainString() + " %")
            .collect(Collectors.joining(" + "));
    return lists.unchosen(
        Reason.of(Why.NO_TAX_CODE).with("rate", RateMap.words(rates)).with("percent", percents),
        code -> code.isMadeOf(rates.stream().map(Rate::percent).toList()));
  }
}
