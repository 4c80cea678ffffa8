package io.shopbooks.pretend.quickbooks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page that asks a person which company the app may see (1.2). */
final class ConnectPage {

  private static final List<String> SCOPES =
      List.of(
          "com.intuit.quickbooks.accounting",
          "com.intuit.quickbooks.payment",
          "openid",
          "profile",
          "email",
          "phone",
          "address");

  private final Tokens tokens;
  private final Map<String, AppClient> clients;
  private final Map<String, Company> companies;

  ConnectPage(Tokens tokens, Map<String, AppClient> clients, Map<String, Company> companies) {
    this.tokens = tokens;
    this.clients = clients;
    this.companies = companies;
  }

  /** GET shows the choice, POST carries it out. */
  Answer answer(Call call) {
    var asked = call.isPost() ? call.form() : call.params();
    var wrong = wrong(asked);
    if (!wrong.isEmpty()) {
      return Answer.html(
          400, Html.page("Sorry, this app cannot connect", "<p>" + Html.escape(wrong) + "</p>"));
    }
    return call.isPost() ? decided(asked) : unframed(page(asked, companies.values()));
  }

  /** Consent refuses to be shown inside another page (1.2). */
  private static Answer unframed(String page) {
    var answer = Answer.html(200, page);
    var headers = new HashMap<>(answer.headers());
    headers.put("X-Frame-Options", "DENY");
    return new Answer(200, headers, answer.body(), answer.cut());
  }

  private String wrong(Map<String, String> asked) {
    var client = clients.get(asked.getOrDefault("client_id", ""));
    if (client == null) {
      return "The client_id is unknown.";
    }
    if (!client.redirectUris().contains(asked.getOrDefault("redirect_uri", ""))) {
      return "The redirect_uri is not registered for this app, exactly as it was sent.";
    }
    if (!asked.getOrDefault("response_type", "").equals("code")) {
      return "The response_type must be code.";
    }
    if (asked.getOrDefault("state", "").isEmpty()) {
      return "The state is missing.";
    }
    var scopes = List.of(asked.getOrDefault("scope", "").split(" "));
    boolean known = SCOPES.containsAll(scopes) && scopes.contains(SCOPES.get(0));
    return known ? "" : "Invalid permissions requested.";
  }

  private Answer decided(Map<String, String> asked) {
    var back = asked.get("redirect_uri");
    var state = "&state=" + encoded(asked.get("state"));
    var realm = asked.getOrDefault("realm", "");
    if (!asked.getOrDefault("decision", "").equals("connect") || !companies.containsKey(realm)) {
      return Answer.redirect(back + "?error=access_denied" + state);
    }
    var code = tokens.code(asked.get("client_id"), realm, back);
    return Answer.redirect(back + "?code=" + encoded(code) + state + "&realmId=" + encoded(realm));
  }

  private static String page(Map<String, String> asked, Collection<Company> companies) {
    var form = new StringBuilder("<p>An app asks to read and write the books of a company.</p>");
    form.append("<form method=\"post\">");
    for (var name : List.of("client_id", "redirect_uri", "response_type", "scope", "state")) {
      form.append("<input type=\"hidden\" name=\"").append(name).append("\" value=\"");
      form.append(Html.escape(asked.get(name))).append("\">");
    }
    boolean first = true;
    for (var company : companies) {
      form.append("<label><input type=\"radio\" name=\"realm\" value=\"");
      form.append(company.realm()).append(first ? "\" checked> " : "\"> ");
      form.append(Html.escape(new PretendCompany(company).name()));
      form.append(" (").append(company.realm()).append(")</label>");
      first = false;
    }
    form.append("<button name=\"decision\" value=\"connect\">Connect</button>");
    form.append("<button name=\"decision\" value=\"refuse\">No thanks</button></form>");
    return Html.page("Connect to QuickBooks", form.toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
