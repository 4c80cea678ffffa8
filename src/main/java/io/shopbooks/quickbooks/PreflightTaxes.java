package io.shopbooks.quickbooks;

import io.shopbooks.books.Choices;
import io.shopbooks.books.Company;
import io.shopbooks.books.RateMap;
import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.Preflight.Finding;
import io.shopbooks.quickbooks.Preflight.ShopFacts;
import io.shopbooks.sale.Rate;
import java.util.List;
import java.util.Optional;

/**
 * Whether the tax choices fit the company (DESIGN 7, `quickbooks-online.md` 8).
 *
 * @param partnerTax whether automated sales tax is set up; absent: the company does not have it
 */
record PreflightTaxes(
    Connection connection, Company company, ShopFacts shop, Optional<Boolean> partnerTax) {

  void addTo(List<Finding> findings) {
    var taxes = connection.choices().taxes();
    switch (taxes.mode()) {
      case MAPPED -> mapped(taxes, findings);
      case AUTOMATED -> automated(findings);
      case ITEM -> item(taxes, findings);
      case NONE -> {
        // Nothing about tax goes to the books.
      }
    }
  }

  private void mapped(Choices.Taxes taxes, List<Finding> findings) {
    if (!company.salesTax()) {
      findings.add(switchedOff());
      return;
    }
    taxes.rates().values().stream()
        .distinct()
        .forEach(code -> exists(code, "taxes.rates", findings));
    taxes.untaxed().ifPresent(code -> exists(code, "taxes.untaxed", findings));
    taxes.usCode().ifPresent(code -> exists(code, "taxes.us-code", findings));
    if (company.isAmerican()) {
      american(taxes, findings);
    } else {
      byCode(taxes, findings);
    }
  }

  private void american(Choices.Taxes taxes, List<Finding> findings) {
    var uncovered = uncovered(taxes);
    if (taxes.usCode().isEmpty() && !uncovered.isEmpty()) {
      findings.add(
          new Finding(
              "Taxed documents of a US company need a tax code, and none is named for "
                  + words(uncovered)
                  + ".",
              write("taxes.us-code", "us-code: <a tax code of the company>"),
              true));
    }
  }

  private void byCode(Choices.Taxes taxes, List<Finding> findings) {
    if (taxes.untaxed().isEmpty()) {
      findings.add(
          new Finding(
              "Lines without tax need a tax code here, and none is named.",
              write("taxes.untaxed", "untaxed: <the company's code for no tax>"),
              true));
    }
    for (var rate : uncovered(taxes)) {
      findings.add(
          new Finding(
              "The shop's tax rate " + words(List.of(rate)) + " has no tax code.",
              write("taxes.rates", "\"" + rate.label() + "\": <a tax code of the same rate>"),
              true));
    }
    if (taxes.usCode().isPresent()) {
      findings.add(
          new Finding(
              "taxes.us-code is for US companies; this one is in " + company.country() + ".",
              "Take it out of " + connection.file() + ".",
              false));
    }
  }

  private void automated(List<Finding> findings) {
    if (!company.isAmerican()) {
      findings.add(
          new Finding(
              "taxes.mode is automated, which is for US companies; this one is in "
                  + company.country()
                  + ".",
              write("taxes.mode", "mode: mapped"),
              true));
    } else if (!company.salesTax()) {
      findings.add(switchedOff());
    } else if (!partnerTax.orElse(false)) {
      findings.add(
          new Finding(
              "taxes.mode is automated, and the company's automated sales tax is not set up.",
              "Set it up under Taxes in QuickBooks, or "
                  + lower(write("taxes.mode", "mode: mapped")),
              true));
    }
  }

  private void item(Choices.Taxes taxes, List<Finding> findings) {
    if (company.item(taxes.item()).isEmpty()) {
      findings.add(
          new Finding(
              "The company has no item '" + taxes.item() + "' for the tax line.",
              "Make it in QuickBooks, or name another under taxes.item in "
                  + connection.file()
                  + ".",
              true));
    }
    if (company.salesTax() && !company.isAmerican() && taxes.untaxed().isEmpty()) {
      findings.add(
          new Finding(
              "Lines need a tax code here, also where the tax is a line of its own.",
              write("taxes.untaxed", "untaxed: <the company's code for no tax>"),
              true));
    }
  }

  private Finding switchedOff() {
    return new Finding(
        "Sales tax is switched off in the company, where QuickBooks drops the tax of documents"
            + " without a word.",
        "Set up sales tax in QuickBooks under Taxes, or "
            + lower(write("taxes.mode", "mode: item"))
            + " (or mode: none).",
        true);
  }

  private void exists(String code, String setting, List<Finding> findings) {
    if (company.taxCode(code).isEmpty()) {
      findings.add(
          new Finding(
              "The company has no tax code '" + code + "'.",
              "Make it in QuickBooks, or name another under "
                  + setting
                  + " in "
                  + connection.file()
                  + ".",
              true));
    }
  }

  private List<Rate> uncovered(Choices.Taxes taxes) {
    var rates = shop.rates().stream().filter(rate -> !RateMap.covers(taxes.rates(), rate));
    return company.isAmerican()
        ? rates.filter(rate -> rate.percent().signum() != 0).toList()
        : rates.toList();
  }

  private static String words(List<Rate> rates) {
    return String.join(
        ", ",
        rates.stream()
            .map(
                rate ->
                    rate.label()
                        + " ("
                        + rate.percent().stripTrailingZeros().toPlainString()
                        + " %)")
            .toList());
  }

  private String write(String setting, String yaml) {
    var section = setting.substring(0, setting.lastIndexOf('.'));
    return "Write `" + yaml + "` under " + section + ": in " + connection.file() + ".";
  }

  private static String lower(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1).replaceAll("\\.$", "");
  }
}
