package io.shopbooks.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A report as HTML, by {@code templates/report/mail.html}. */
@Component
class HtmlPart {

  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  HtmlPart() {
    var templates = new ClassLoaderTemplateResolver(HtmlPart.class.getClassLoader());
    templates.setPrefix("templates/report/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
    engine.setTemplateResolver(templates);
  }

  String of(Letter letter) {
    var context = new Context(Locale.forLanguageTag(letter.language()));
    context.setVariable("letter", letter);
    context.setVariable("picture", "cid:" + MailMessages.CHART);
    return engine.process("mail", context);
  }
}
