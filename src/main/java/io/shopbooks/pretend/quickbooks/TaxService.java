package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Makes a tax code of new or known rates; it answers without the usual envelope (2.6, 6.7). */
final class TaxService {

  private static final int LONGEST_CODE = 100;
  private static final int LONGEST_RATE = 10;

  private final Company company;
  private final TaxTables tables;

  TaxService(Company company) {
    this.company = company;
    this.tables = new TaxTables(company);
  }

  ObjectNode create(ObjectNode sent) {
    var name = Json.text(sent, "TaxCode");
    requireName(name);
    var details = Json.list(sent, "TaxRateDetails");
    if (details.isEmpty()) {
      throw new Refused("2020", "Required parameter TaxRateDetails is missing in the request");
    }
    details.forEach(this::check);
    var rates = new ArrayList<String>();
    details.forEach(detail -> rates.add(rate(detail)));
    var code = tables.addCode(name, rates);
    var answer = Json.object().put("TaxCode", name).put("TaxCodeId", code.id());
    var answered = answer.putArray("TaxRateDetails");
    rates.forEach(id -> answered.add(told(company.the("TaxRate", id))));
    return answer;
  }

  private void requireName(String name) {
    if (name.isBlank()) {
      throw new Refused("2020", "Required parameter TaxCode is missing in the request");
    }
    requireLength(name, LONGEST_CODE);
    if (!company.records().named(Schema.named("TaxCode").orElseThrow(), name).isEmpty()) {
      throw new Refused("6240", "The name supplied already exists. : " + name);
    }
  }

  private static void requireLength(String text, int most) {
    if (text.length() > most) {
      throw new Refused(
          "2050",
          "String length specified does not match the supported length. Min:1 Max:%d supported. Supplied length:%d"
              .formatted(most, text.length()));
    }
  }

  private void check(JsonNode detail) {
    if (detail.has("TaxRateId")) {
      if (company.records().find("TaxRate", Json.text(detail, "TaxRateId")).isEmpty()) {
        throw new Refused(
            "2500", "Invalid Reference Id : TaxRateId " + Json.text(detail, "TaxRateId"));
      }
      return;
    }
    for (var needed : List.of("TaxRateName", "RateValue", "TaxAgencyId")) {
      if (Json.text(detail, needed).isBlank()) {
        throw new Refused("2020", "Required parameter " + needed + " is missing in the request");
      }
    }
    requireLength(Json.text(detail, "TaxRateName"), LONGEST_RATE);
    if (!Json.text(detail, "RateValue").matches("\\d+(\\.\\d+)?")) {
      throw new Refused("2090", "Invalid number for RateValue");
    }
    if (company.records().find("TaxAgency", Json.text(detail, "TaxAgencyId")).isEmpty()) {
      throw new Refused(
          "2500", "Invalid Reference Id : TaxAgencyId " + Json.text(detail, "TaxAgencyId"));
    }
  }

  private String rate(JsonNode detail) {
    if (detail.has("TaxRateId")) {
      return Json.text(detail, "TaxRateId");
    }
    var agency = company.the("TaxAgency", Json.text(detail, "TaxAgencyId")).text("DisplayName");
    var percent = new BigDecimal(Json.text(detail, "RateValue"));
    return tables.addRate(Json.text(detail, "TaxRateName"), percent, agency).id();
  }

  private static ObjectNode told(Stored rate) {
    var told = Json.object().put("TaxRateName", rate.text("Name")).put("TaxRateId", rate.id());
    told.set("RateValue", rate.json().get("RateValue"));
    return told.put("TaxAgencyId", rate.text("AgencyRef.value")).put("TaxApplicableOn", "Sales");
  }
}
