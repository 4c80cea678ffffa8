package io.shopbooks.pretend.mailbox;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The mails as pages: the list, one mail, its HTML in a sandbox, its attachments. */
final class MailPages implements HttpHandler {

  private static final Pattern MAIL = Pattern.compile("/(\\d{1,9})(/html|/attachment/(\\d{1,3}))?");
  private static final String HTML = "text/html; charset=UTF-8";

  private final PretendMailbox mailbox;
  private final String mount;
  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  MailPages(PretendMailbox mailbox, String mount) {
    this.mailbox = mailbox;
    this.mount = mount;
    var templates = new ClassLoaderTemplateResolver(MailPages.class.getClassLoader());
    templates.setPrefix("pretend/mailbox/");
    templates.setSuffix(".html");
    templates.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(templates);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().substring(mount.length());
    if (path.isEmpty() || path.equals("/")) {
      page(exchange, "mails", Map.of("mails", mailbox.mails()));
      return;
    }
    if (path.equals("/pretend/audit")) {
      send(exchange, 200, "application/json", audit());
      return;
    }
    var match = MAIL.matcher(path);
    var mail =
        match.matches() ? mailbox.mail(Integer.parseInt(match.group(1))) : Optional.<Mail>empty();
    if (mail.isEmpty()) {
      send(exchange, 404, "text/plain", "There is no such mail".getBytes(StandardCharsets.UTF_8));
    } else if (match.group(2) == null) {
      page(exchange, "mail", Map.of("mail", mail.get()));
    } else if (match.group(3) == null) {
      html(exchange, mail.get());
    } else {
      attachment(exchange, mail.get(), Integer.parseInt(match.group(3)));
    }
  }

  private void page(HttpExchange exchange, String template, Map<String, Object> model)
      throws IOException {
    var context = new Context(Locale.ENGLISH, model);
    context.setVariable("base", mount);
    var html = engine.process(template, context);
    send(exchange, 200, HTML, html.getBytes(StandardCharsets.UTF_8));
  }

  // A mail's HTML may run nothing and fetch nothing, also when it is opened by its own address.
  private static void html(HttpExchange exchange, Mail mail) throws IOException {
    exchange
        .getResponseHeaders()
        .set(
            "Content-Security-Policy",
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    send(exchange, 200, HTML, mail.html().getBytes(StandardCharsets.UTF_8));
  }

  private static void attachment(HttpExchange exchange, Mail mail, int index) throws IOException {
    if (index >= mail.attachments().size()) {
      send(exchange, 404, "text/plain", new byte[0]);
      return;
    }
    var file = mail.attachments().get(index);
    var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    exchange
        .getResponseHeaders()
        .set("Content-Disposition", "attachment; filename*=UTF-8''" + name);
    send(exchange, 200, "application/octet-stream", file.bytes());
  }

  private byte[] audit() throws IOException {
    var mapper = new JsonMapper();
    var list = mapper.createArrayNode();
    for (var mail : mailbox.mails()) {
      var one = list.addObject().put("number", mail.number());
      one.put("received", mail.received().toString()).put("sender", mail.sender());
      mail.recipients().forEach(one.putArray("recipients")::add);
      one.put("subject", mail.subject()).put("text", mail.text()).put("html", mail.html());
      var files = one.putArray("attachments");
      mail.attachments().forEach(file -> files.add(file.name()));
    }
    return mapper.writeValueAsBytes(list);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
