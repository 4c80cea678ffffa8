package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Gives an authorised request of one company to whoever answers it (2.1, 2.3). */
final class Desk {

  private static final Set<String> INCLUDES =
      Set.of(
          "allowduplicatedocnum",
          "void",
          "invoiceLink",
          "enhancedAllCustomFields",
          "updateaccountontxns",
          "donotupdateaccountontxns");

  private final Company company;
  private final Call call;

  Desk(Company company, Call call) {
    this.company = company;
    this.call = call;
  }

  /**
   * @param path what follows the realm: "salesreceipt", "98"
   * @return the body without its time
   */
  ObjectNode answer(List<String> path) {
    checkParams(path.get(0));
    return switch (String.join("/", path)) {
      case "query" -> query();
      case "cdc" -> cdc();
      case "batch" -> batch();
      case "taxservice/taxcode" -> taxCode();
      case "preferences" -> read("Preferences", "1");
      case "exchangerate" -> exchangeRate();
      default -> entity(path);
    };
  }

  private void checkParams(String resource) {
    var known =
        switch (resource) {
          case "query" -> Set.of("minorversion", "query");
          case "cdc" -> Set.of("minorversion", "entities", "changedSince");
          case "exchangerate" -> Set.of("minorversion", "sourcecurrencycode", "asofdate");
          default -> Set.of("minorversion", "requestid", "operation", "include");
        };
    for (var name : call.params().keySet()) {
      if (!known.contains(name)) {
        throw new Refused("2010", "Query parameter " + name + " is unsupported");
      }
    }
    // Lower versions are ignored, and no higher one exists yet (2.2).
    if (!call.param("minorversion").matches("|\\d|[1-6]\\d|7[0-5]")) {
      throw new Refused("2010", "minorversion " + call.param("minorversion") + " is unsupported");
    }
    include().forEach(Desk::requireInclude);
  }

  private static void requireInclude(String value) {
    if (!INCLUDES.contains(value)) {
      throw new Refused("2170", "include " + value + " is unknown");
    }
  }

  private Set<String> include() {
    var text = call.param("include");
    return text.isEmpty() ? Set.of() : Set.copyOf(List.of(text.split(",")));
  }

  private ObjectNode query() {
    company.counters().count("reads");
    if (call.isPost()) {
      requireType("application/text");
      return new QueryRun(company).answer(call.text());
    }
    return new QueryRun(company).answer(call.param("query"));
  }

  private ObjectNode cdc() {
    company.counters().count("reads");
    return new Cdc(company).answer(call.param("entities"), call.param("changedSince"));
  }

  private ObjectNode batch() {
    requirePost();
    company.counters().count("batches");
    return new Batch(company, call.meddling()).answer(body());
  }

  private ObjectNode taxCode() {
    requirePost();
    company.counters().count("writes");
    return new TaxService(company).create(body());
  }

  private ObjectNode exchangeRate() {
    company.counters().count("reads");
    var asked = call.param("asofdate");
    var answer =
        new QueryRun(company)
            .answer(
                "select * from ExchangeRate where SourceCurrencyCode = '%s' and AsOfDate = '%s'"
                    .formatted(
                        call.param("sourcecurrencycode"),
                        asked.isEmpty() ? company.today() : asked));
    var found = Json.list(answer, "QueryResponse.ExchangeRate");
    if (found.isEmpty()) {
      throw new Refused("610", "Object Not Found : ExchangeRate");
    }
    var body = Json.object();
    body.set("ExchangeRate", found.get(0));
    return body;
  }

  private ObjectNode entity(List<String> path) {
    var entity = Schema.at(path.get(0)).orElseThrow(this::unsupported);
    if (call.isPost() && path.size() == 1) {
      return write(entity);
    }
    if (!call.method().equals("GET") || path.size() != 2) {
      throw unsupported();
    }
    boolean info = entity.is("CompanyInfo");
    if (info && !path.get(1).equals(company.realm()) && !path.get(1).equals("1")) {
      throw new Refused("610", "Object Not Found : CompanyInfo " + path.get(1));
    }
    return read(entity.name(), info ? "1" : path.get(1));
  }

  private Refused unsupported() {
    return new Refused(
        "500", "Operation " + call.method() + " " + call.path() + " is not supported.");
  }

  private ObjectNode read(String type, String id) {
    company.counters().count("reads");
    var stored =
        company
            .records()
            .find(type, id)
            .orElseThrow(() -> new Refused("610", "Object Not Found : " + type + " " + id));
    var body = Json.object();
    body.set(type, new View(company).of(stored));
    return body;
  }

  private ObjectNode write(Entity entity) {
    company.counters().count("writes");
    var sent = body();
    var write = Write.byApp(entity, operation(entity, sent), sent, include());
    var body = Json.object();
    body.set(entity.name(), new Writes(company).run(write));
    return body;
  }

  private Operation operation(Entity entity, ObjectNode sent) {
    boolean includesVoid = include().contains("void");
    switch (call.param("operation")) {
      case "delete" -> {
        return Operation.DELETE;
      }
      case "void" -> {
        requireVoid(entity, "void-operation");
        return Operation.VOID;
      }
      case "update" -> {
        if (includesVoid) {
          requireVoid(entity, "void-include");
          return Operation.VOID;
        }
      }
      case "" -> {}
      default -> throw new Refused("2170", "operation " + call.param("operation") + " is unknown");
    }
    if (Json.flag(sent, "sparse")) {
      return Operation.SPARSE;
    }
    return sent.has("Id") || call.param("operation").equals("update")
        ? Operation.UPDATE
        : Operation.CREATE;
  }

  private void requireVoid(Entity entity, String way) {
    if (!entity.can(way)) {
      throw new Refused(
          "500", "Operation void of " + entity.name() + " is not supported in this way.");
    }
  }

  private void requirePost() {
    if (!call.isPost()) {
      throw unsupported();
    }
  }

  private void requireType(String type) {
    if (!call.header("Content-Type").startsWith(type)) {
      throw new Refused(
          "500", "Content-Type " + call.header("Content-Type") + " is not supported.");
    }
  }

  private ObjectNode body() {
    requireType("application/json");
    try {
      return Json.object(call.text());
    } catch (JsonProcessingException e) {
      throw new Refused("2010", "Property Name: the body is not JSON : " + e.getOriginalMessage());
    }
  }
}
