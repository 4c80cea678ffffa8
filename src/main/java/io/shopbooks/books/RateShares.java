package io.shopbooks.books;

import io.shopbooks.books.TaxByCode.Coded;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Rate;
import io.shopbooks.sale.TaxShare;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The shop's tax of a document per QuickBooks rate: each rate once, adding up to the document's tax
 * to the cent. Tax that is not what the rate makes of the amounts, give or take rounding, holds the
 * document: it is mapped to the wrong code.
 */
final class RateShares {

  private final TaxCode.Rate rate;
  private Money net;
  private Money earlierTaxes;
  private BigDecimal weight = BigDecimal.ZERO;
  private int parts;

  private RateShares(TaxCode.Rate rate, Currency currency) {
    this.rate = rate;
    this.net = Money.zero(currency);
    this.earlierTaxes = net;
  }

  static List<DocumentTax.TaxLine> of(List<Coded> coded, Map<String, Rate> shopRates, Money tax) {
    var byRate = new LinkedHashMap<String, RateShares>();
    for (var each : coded) {
      var rates = each.code().rates();
      var weights = weights(each, shopRates);
      for (int i = 0; i < rates.size(); i++) {
        var rate = rates.get(i);
        byRate
            .computeIfAbsent(rate.ref().id(), id -> new RateShares(rate, tax.currency()))
            .add(each.part(), rates.subList(0, i), weights.get(i));
      }
    }
    var all = List.copyOf(byRate.values());
    if (!tax.isZero() && all.stream().allMatch(share -> share.weight.signum() == 0)) {
      throw new Unbookable(Reason.of(Why.TAX_DOES_NOT_FIT).with("tax", tax).with("expected", 0));
    }
    return lines(all, tax);
  }

  private static List<DocumentTax.TaxLine> lines(List<RateShares> all, Money tax) {
    if (all.isEmpty()) {
      return List.of();
    }
    var taxes = Shares.rounded(tax, exact(all.stream().map(share -> share.weight).toList(), tax));
    var lines = new ArrayList<DocumentTax.TaxLine>();
    for (int i = 0; i < all.size(); i++) {
      lines.add(all.get(i).line(taxes.get(i)));
    }
    return lines;
  }

  /** The weights, each moved so far that they add up to the tax: of rates may be below zero. */
  private static List<BigDecimal> exact(List<BigDecimal> weights, Money tax) {
    var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var size = weights.stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (size.signum() == 0) {
      return weights;
    }
    var missing = tax.amount().subtract(sum).divide(size, MathContext.DECIMAL128);
    return weights.stream().map(weight -> weight.add(weight.abs().multiply(missing))).toList();
  }

  /** How the part's tax is shared between its code's rates: as the shop's equal rates share it. */
  private static List<BigDecimal> weights(Coded each, Map<String, Rate> shopRates) {
    var tax = each.part().tax().amount();
    var rates = each.code().rates();
    if (rates.size() == 1) {
      return List.of(tax);
    }
    var matched = rates.stream().map(rate -> ofSamePercent(each.part(), rate, shopRates)).toList();
    var allMatched = matched.stream().noneMatch(share -> share.signum() == 0);
    var shares = allMatched ? matched : rates.stream().map(TaxCode.Rate::percent).toList();
    var sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return shares.stream()
        .map(
            share ->
                sum.signum() == 0
                    ? each.part().amount().amount().multiply(share.movePointLeft(2))
                    : tax.multiply(share).divide(sum, MathContext.DECIMAL128))
        .toList();
  }

  private static BigDecimal ofSamePercent(
      Part part, TaxCode.Rate rate, Map<String, Rate> shopRates) {
    return part.taxes().stream()
        .filter(share -> shopRates.get(share.rate()).percent().compareTo(rate.percent()) == 0)
        .map(TaxShare::amount)
        .map(Money::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void add(Part part, List<TaxCode.Rate> before, BigDecimal share) {
    net = net.plus(part.amount());
    weight = weight.add(share);
    parts++;
    if (rate.onTax()) {
      for (var earlier : before) {
        earlierTaxes = earlierTaxes.plus(percentOf(part.amount(), earlier.percent()));
      }
    }
  }

  private DocumentTax.TaxLine line(Money tax) {
    var expected = percentOf(net.plus(earlierTaxes), rate.percent());
    var rounding = Decimals.smallest(tax).times(BigDecimal.valueOf(parts + 1L));
    if (tax.minus(expected).absolute().isMoreThan(rounding)) {
      throw new Unbookable(
          Reason.of(Why.TAX_DOES_NOT_FIT)
              .with("code", rate.ref().name())
              .with("percent", rate.percent().stripTrailingZeros().toPlainString())
              .with("tax", tax)
              .with("expected", Decimals.inBooks(expected)));
    }
    return new DocumentTax.TaxLine(rate.ref(), rate.percent(), net, tax);
  }

  private static Money percentOf(Money amount, BigDecimal percent) {
    return amount.times(percent.movePointLeft(2));
  }
}
