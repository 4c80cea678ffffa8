package io.shopbooks.pretend.quickbooks;

import io.shopbooks.pretend.PretendServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/**
 * A pretend QuickBooks Online: sign-in, API, faults on command, and pages to look at the books.
 *
 * <p>Under its mount stand {@code /connect/oauth2} (authorize), {@code /oauth2/v1/tokens/bearer}
 * (tokens), {@code /v2/oauth2/tokens/revoke}, {@code /v3/company/...} (the API), {@code
 * /pretend/audit} and {@code /pretend/fault} (for another process), and pages for people.
 */
public final class PretendQuickBooks {

  static final String TOKEN_PATH = "/oauth2/v1/tokens/bearer";

  private final Clock clock;
  private final Function<String, Journal> journals;
  private final Tokens tokens;
  private final Map<String, AppClient> clients = new ConcurrentHashMap<>();
  private final Map<String, Company> companies = new ConcurrentSkipListMap<>();
  private final Faults faults;
  private final Api api;
  private final SignIn signIn;
  private final ConnectPage connectPage;

  private PretendQuickBooks(Clock clock, Function<String, Journal> journals) {
    this.clock = clock;
    this.journals = journals;
    this.tokens = new Tokens(clock, journals.apply("tokens"));
    this.faults = new Faults(clock, tokens);
    this.api = new Api(tokens, companies, clock);
    this.signIn = new SignIn(tokens, clients, clock);
    this.connectPage = new ConnectPage(tokens, clients, companies);
  }

  /** Everything is forgotten at the end of the process. */
  public static PretendQuickBooks inMemory(Clock clock) {
    return new PretendQuickBooks(clock, name -> Journal.none());
  }

  /** Companies, documents and tokens survive in this folder; counters and faults do not. */
  public static PretendQuickBooks keptIn(Path folder, Clock clock) {
    return new PretendQuickBooks(
        clock, name -> Journal.in(folder.resolve("quickbooks-" + name + ".jsonl")));
  }

  /** What a sign-in gives an app. */
  public record SignedIn(String accessToken, String refreshToken) {}

  /** Opens a company: as it was kept, else new with the usual lists of its region. */
  public PretendCompany open(String realm, Region region) {
    var journal = journals.apply(realm);
    var lines = journal.read();
    var kept = lines.isEmpty() ? region : Region.valueOf(Json.text(lines.get(0), "region"));
    var company = new Company(realm, kept, clock, journal);
    synchronized (company) {
      if (lines.isEmpty()) {
        journal.append(Json.object().put("realm", realm).put("region", region.name()));
        Seed.into(company);
        company.commit();
      } else {
        new History(company).replay(lines);
      }
    }
    companies.put(realm, company);
    return new PretendCompany(company);
  }

  /** The companies that are open, by realm. */
  public Collection<PretendCompany> companies() {
    return companies.values().stream().map(PretendCompany::new).toList();
  }

  /** Lets an app sign in. */
  public void register(AppClient client) {
    clients.put(client.id(), client);
  }

  /** Tokens as after a person pressed Connect. */
  public SignedIn signIn(String clientId, String realm) {
    var pair = tokens.grant(clientId, realm);
    return new SignedIn(pair.accessToken(), pair.refreshToken());
  }

  /** The sign-ins to a company that are alive: how many. */
  public long signIns(String realm) {
    return tokens.alive(realm);
  }

  /** A person disconnects all apps from a company: refreshes and calls fail from now on. */
  public void disconnect(String realm) {
    tokens.disconnect(realm);
  }

  /** How old a refresh token gets before a refresh replaces it; a day unless told otherwise. */
  public void rotateRefreshTokensAfter(Duration age) {
    tokens.rotateAfter(age);
  }

  /** The shape in which tokens are refused; the gateway's JSON unless told otherwise. */
  public void gatewayShape(FaultShape shape) {
    api.gatewayShape(shape);
  }

  /** Sets a fault going; the first that matches a request strikes it. */
  public OrderedFault order(Fault fault) {
    return faults.order(fault);
  }

  /** Calls off all faults. */
  public void clearFaults() {
    faults.clear();
  }

  /** Everything there is to check, as JSON: what {@code /pretend/audit} answers. */
  public String audit() {
    return Json.pretty(new Audit(companies()).json());
  }

  /** Stands behind this path of the server: "/quickbooks". */
  public void mountOn(PretendServer server, String path) {
    server.mount(path, new Gateway(clock, tokens, call -> answer(path, call)));
  }

  private Answer answer(String mount, Call call) {
    var path = call.path();
    if (path.startsWith("/pretend/")) {
      return remote(call);
    }
    if (List.of("v3", "oauth2", "v2", "connect").contains(path.replaceFirst("^/([^/]*).*", "$1"))) {
      return faults.around(call, this::service);
    }
    return new Pages(mount, companies()).answer(call);
  }

  private Answer service(Call call) {
    return switch (call.path()) {
      case TOKEN_PATH -> signIn.token(call);
      case "/v2/oauth2/tokens/revoke" -> signIn.revoke(call);
      case "/connect/oauth2" -> connectPage.answer(call);
      default -> api.answer(call);
    };
  }

  private Answer remote(Call call) {
    return switch (call.method() + " " + call.path()) {
      case "GET /pretend/audit" -> Answer.json(200, new Audit(companies()).json());
      case "POST /pretend/fault" -> Audit.order(call, faults);
      case "DELETE /pretend/fault" -> {
        faults.clear();
        yield Answer.json(200, Json.object().put("faults", 0));
      }
      default -> Answer.json(404, Json.object().put("error", "no such address"));
    };
  }
}
