package io.shopbooks.quickbooks;

import io.shopbooks.books.Choices;
import io.shopbooks.books.Company;
import io.shopbooks.books.RateMap;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.FileEdit;
import io.shopbooks.quickbooks.Preflight.Finding;
import io.shopbooks.quickbooks.Preflight.ShopFacts;
import io.shopbooks.sale.Rate;
import java.util.List;
import java.util.Map;
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
          Finding.stops(Misfit.US_CODE_NEEDED, Map.of("rates", words(uncovered), "file", file())));
    }
  }

  private void byCode(Choices.Taxes taxes, List<Finding> findings) {
    if (taxes.untaxed().isEmpty()) {
      findings.add(Finding.stops(Misfit.UNTAXED_NEEDED, Map.of("file", file())));
    }
    for (var rate : uncovered(taxes)) {
      findings.add(
          Finding.stops(
              Misfit.RATE_WITHOUT_CODE,
              Map.of("rate", words(List.of(rate)), "label", rate.label(), "file", file())));
    }
    if (taxes.usCode().isPresent()) {
      findings.add(
          Finding.note(Misfit.US_CODE_ELSEWHERE, Map.of("country", country(), "file", file()))
              .with(FileEdit.without(List.of("taxes", "us-code"))));
    }
  }

  private void automated(List<Finding> findings) {
    var facts = Map.of("country", country(), "file", file());
    if (!company.isAmerican()) {
      findings.add(Finding.stops(Misfit.AUTOMATED_ELSEWHERE, facts).with(mode("mapped")));
    } else if (!company.salesTax()) {
      findings.add(switchedOff());
    } else if (!partnerTax.orElse(false)) {
      findings.add(Finding.stops(Misfit.AUTOMATED_NOT_SET_UP, facts).with(mode("mapped")));
    }
  }

  private void item(Choices.Taxes taxes, List<Finding> findings) {
    if (company.item(taxes.item()).isEmpty()) {
      findings.add(Finding.stops(Misfit.NO_TAX_ITEM, Map.of("name", taxes.item(), "file", file())));
    }
    if (company.salesTax() && !company.isAmerican() && taxes.untaxed().isEmpty()) {
      findings.add(Finding.stops(Misfit.UNTAXED_NEEDED_BESIDE_ITEM, Map.of("file", file())));
    }
  }

  private Finding switchedOff() {
    return Finding.stops(Misfit.SALES_TAX_OFF, Map.of("file", file())).with(mode("item"));
  }

  private static FileEdit mode(String mode) {
    return FileEdit.text(List.of("taxes", "mode"), mode);
  }

  private void exists(String code, String setting, List<Finding> findings) {
    if (company.taxCode(code).isEmpty()) {
      findings.add(
          Finding.stops(
              Misfit.NO_TAX_CODE, Map.of("name", code, "setting", setting, "file", file())));
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

  private String country() {
    return company.country();
  }

  private String file() {
    return connection.file().toString();
  }
}
