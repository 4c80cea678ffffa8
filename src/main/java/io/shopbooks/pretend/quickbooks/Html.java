package io.shopbooks.pretend.quickbooks;

import java.util.List;

/** The few pieces of HTML that the pages are made of; every text in them is escaped. */
final class Html {

  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A whole page. The body is HTML already. */
  static String page(String title, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <header>Pretend QuickBooks</header>
        <main>
        <h1>%s</h1>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(escape(title), STYLE, escape(title), body);
  }

  static String link(String address, String text) {
    return "<a href=\"" + escape(address) + "\">" + escape(text) + "</a>";
  }

  /** A table. Headings ending in ">" are set to the right; cells are HTML already. */
  static String table(List<String> headings, List<List<String>> rows) {
    var text = new StringBuilder("<div class=\"wide\"><table><thead><tr>");
    for (var heading : headings) {
      text.append("<th").append(side(heading)).append(" scope=\"col\">");
      text.append(escape(heading.replace(">", ""))).append("</th>");
    }
    text.append("</tr></thead><tbody>");
    for (var row : rows) {
      text.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        text.append("<td").append(side(headings.get(i))).append(">");
        text.append(row.get(i)).append("</td>");
      }
      text.append("</tr>");
    }
    return text.append("</tbody></table></div>").toString();
  }

  private static String side(String heading) {
    return heading.endsWith(">") ? " class=\"number\"" : "";
  }

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8884; --ink: #1d2733; --paper: #fff; --mark: #1f7a3f }
      @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ee; --paper: #14181d; --mark: #6fce92 } }
      body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
      header { padding: .6rem 1rem; border-bottom: 1px solid var(--line); font-weight: 600; color: var(--mark) }
      main { max-width: 72rem; margin: 0 auto; padding: 1rem }
      h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
      nav { margin-bottom: 1rem } nav a { margin-right: 1rem; display: inline-block } a { color: var(--mark) }
      .wide { overflow-x: auto } table { border-collapse: collapse; width: 100% }
      th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap }
      td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
      .gone { text-decoration: line-through; opacity: .6 }
      label { display: block; margin: .4rem 0 } button { font: inherit; padding: .5rem 1.2rem; margin: 1rem .5rem 0 0 }
      """;
}
