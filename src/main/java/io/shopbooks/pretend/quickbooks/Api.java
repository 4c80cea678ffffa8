package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The door of /v3/company: token, limits, requestid, then the desk (2, 5). */
final class Api {

  private final Tokens tokens;
  private final Map<String, Company> companies;
  private final Clock clock;
  private volatile FaultShape gatewayShape = FaultShape.GATEWAY_JSON;

  Api(Tokens tokens, Map<String, Company> companies, Clock clock) {
    this.tokens = tokens;
    this.companies = companies;
    this.clock = clock;
  }

  /** The shape in which the gateway refuses tokens. */
  void gatewayShape(FaultShape shape) {
    gatewayShape = shape;
  }

  /** Paths are /v3/company/{realm}/{resource} with their exact case. */
  Answer answer(Call call) {
    var path = List.of(call.path().split("/"));
    boolean known = path.size() > 4 && path.get(1).equals("v3") && path.get(2).equals("company");
    if (!known) {
      return Answer.html(404, "<html><body><h1>404 Not Found</h1></body></html>");
    }
    var standing = tokens.standing(call.bearer(), path.get(3));
    if (standing == Tokens.Standing.EXPIRED) {
      return gateway(401, "3200", "Token expired");
    }
    var company = companies.get(path.get(3));
    if (standing == Tokens.Standing.WRONG_COMPANY || company == null) {
      return gateway(403, "3100", "The application is not authorized for this company");
    }
    return answer(company, call, path.subList(4, path.size()));
  }

  private Answer gateway(int status, String code, String detail) {
    return gatewayShape.answer(
        status, List.of(Problem.of(code, detail)), clock.instant().toString());
  }

  private Answer answer(Company company, Call call, List<String> path) {
    company.counters().count("requests");
    company.counters().count(call.method() + " " + path.get(0));
    if (!company.limits().take(uses(company, call, path), call.at())) {
      company.counters().count("throttled");
      var problem = Problem.of("3001", "The request limit was reached.");
      return company.limits().shape().answer(429, List.of(problem), company.time());
    }
    var answer = locked(company, call, path);
    var took = Duration.between(call.at(), company.clock().instant());
    boolean late = company.limits().isEnforced() && took.compareTo(Limits.WALL) > 0;
    return late
        ? Answer.html(504, "<html><body><h1>504 Gateway Time-out</h1></body></html>")
        : answer;
  }

  private static Map<Limits.Limit, Integer> uses(Company company, Call call, List<String> path) {
    var uses = new EnumMap<Limits.Limit, Integer>(Limits.Limit.class);
    uses.put(Limits.Limit.BURST, 1);
    uses.put(Limits.Limit.REQUESTS, 1);
    if (path.get(0).equals("batch")) {
      uses.put(Limits.Limit.BATCHES, 1);
      if (company.holds(Assumption.BATCH_ITEMS_COUNT_SINGLY)) {
        uses.put(Limits.Limit.REQUESTS, items(call));
      }
    }
    return uses;
  }

  private static int items(Call call) {
    try {
      return Math.max(1, Json.object(call.text()).path("BatchItemRequest").size());
    } catch (JsonProcessingException | Refused e) {
      return 1;
    }
  }

  private Answer locked(Company company, Call call, List<String> path) {
    synchronized (company) {
      RequestIds.Given given;
      try {
        given = given(company, call, path);
      } catch (Refused e) {
        given = refused(company, call, e);
      }
      var body = given.body().deepCopy();
      return Answer.json(
          given.status(),
          path.get(0).equals("taxservice") ? body : body.put("time", company.time()));
    }
  }

  private static RequestIds.Given refused(Company company, Call call, Refused refused) {
    var fault = FaultShape.fault(refused.problems());
    return new RequestIds.Given(refused.status(), fault, call.at());
  }

  /** Answers a request, or gives the answer that its requestid had before (2.5). */
  private static RequestIds.Given given(Company company, Call call, List<String> path) {
    boolean batch = path.get(0).equals("batch");
    if (!call.isPost() || !call.params().containsKey("requestid")) {
      return fresh(company, call, path, null);
    }
    var id = call.param("requestid");
    int most = batch ? 36 : 50;
    if (id.isBlank() || id.length() > most) {
      throw new Refused("2130", "requestid has 1 to " + most + " characters: " + id);
    }
    var before = company.requestIds().find(id, company.clock().instant());
    if (before.isEmpty()) {
      return fresh(company, call, path, id);
    }
    company.counters().count("replays");
    if (batch && company.holds(Assumption.REPEATED_BATCH_ANSWERS_6000)) {
      return new RequestIds.Given(200, allFailed(call), call.at());
    }
    if (company.holds(Assumption.REPEATED_REQUEST_ANSWERS_600)) {
      throw new Refused("600", "Duplicate Request ID : " + id);
    }
    return before.get();
  }

  private static RequestIds.Given fresh(Company company, Call call, List<String> path, String id) {
    RequestIds.Given given;
    try {
      given = new RequestIds.Given(200, new Desk(company, call).answer(path), call.at());
    } catch (Refused e) {
      given = refused(company, call, e);
    }
    boolean replayable = given.status() == 200 || company.holds(Assumption.REFUSALS_ARE_REPLAYED);
    // A batch that died half-way has no answer to remember: sent again, it is carried out again.
    boolean kept = replayable && call.meddling().isHarmless();
    if (id != null && kept) {
      company.requestIds().remember(id, given);
    }
    company.commit(id != null && kept ? RequestIds.json(id, given) : null);
    return given;
  }

  private static ObjectNode allFailed(Call call) {
    var body = Json.object();
    var items = body.putArray("BatchItemResponse");
    try {
      for (var item : Json.object(call.text()).path("BatchItemRequest")) {
        var problems = new ArrayList<Problem>();
        problems.add(Problem.of("6000", "Duplicate request"));
        items.addObject().put("bId", Json.text(item, "bId")).setAll(FaultShape.fault(problems));
      }
      return body;
    } catch (JsonProcessingException e) {
      throw new Refused("2010", "Property Name: the body is not JSON");
    }
  }
}
