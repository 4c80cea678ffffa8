package io.shopbooks.pretend.woocommerce;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which part of a list is asked for (`woocommerce.md` 3). */
record Paging(int page, int perPage, int offset) {

  // What WordPress holds as an array gets lost in the Link header (recorded with status).
  private static final Set<String> LOST_IN_LINKS =
      Set.of("status", "include", "exclude", "parent", "parent_exclude");

  static Paging of(Parameters parameters) {
    var page = parameters.atLeastOne("page");
    var perPage = parameters.between("per_page", 1, 100, 10);
    return new Paging(page, perPage, parameters.number("offset").orElse((page - 1) * perPage));
  }

  <T> List<T> of(List<T> all) {
    var from = Math.min(offset, all.size());
    return all.subList(from, Math.min(from + perPage, all.size()));
  }

  /** The headers of a page of so many: none are counted on a page past the end. */
  Answer header(Answer answer, Call call, String address, int size) {
    var total = offset >= size && page > 1 ? 0 : size;
    var pages = (total + perPage - 1) / perPage;
    var headed =
        answer
            .with("X-WP-Total", Integer.toString(total))
            .with("X-WP-TotalPages", Integer.toString(pages));
    var links = new ArrayList<String>();
    if (page > 1) {
      links.add(link(call, address, Math.min(page - 1, pages), "prev"));
    }
    if (page < pages) {
      links.add(link(call, address, page + 1, "next"));
    }
    return links.isEmpty() ? headed : headed.with("Link", String.join(", ", links));
  }

  private static String link(Call call, String address, int page, String relation) {
    var parameters = new LinkedHashMap<String, String>();
    call.query()
        .forEach(
            (name, value) -> {
              if (!LOST_IN_LINKS.contains(name.replaceAll("\\[.*", ""))) {
                parameters.put(name, value.equals("true") ? "1" : value);
              }
            });
    parameters.put("page", Integer.toString(page));
    var query = parameters.entrySet().stream().map(Paging::encoded).toList();
    return "<%s?%s>; rel=\"%s\"".formatted(address, String.join("&", query), relation);
  }

  private static String encoded(Map.Entry<String, String> parameter) {
    return encoded(parameter.getKey()) + "=" + encoded(parameter.getValue());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
