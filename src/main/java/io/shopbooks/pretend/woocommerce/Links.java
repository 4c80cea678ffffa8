package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the links of a document. */
final class Links {

  static final String[] WRITABLE = {"GET", "POST", "PUT", "PATCH", "DELETE"};
  private static final String HOME = "{home}";

  private final Shop shop;

  Links(Shop shop) {
    this.shop = shop;
  }

  /** "https://shop.example/wp-json/wc/v3/orders/41". */
  String href(String path) {
    return shop.home() + "/" + shop.store.restPrefix + "/wc/v3/" + path;
  }

  String index() {
    return shop.home() + "/" + shop.store.restPrefix + "/";
  }

  /** Adds self, collection and, if there is one, what it belongs to. */
  void add(ObjectNode paper, String collection, String up, String... allowed) {
    addAt(paper, collection + "/" + paper.path("id").asText(), collection, up, allowed);
  }

  void addAt(ObjectNode paper, String self, String collection, String up, String... allowed) {
    var links = paper.putObject("_links");
    var own = links.putArray("self").addObject().put("href", href(self));
    var methods = own.putObject("targetHints").putArray("allow");
    for (var method : allowed) {
      methods.add(method);
    }
    collection(links, collection);
    if (!up.isEmpty()) {
      links.putArray("up").addObject().put("href", href(up));
    }
  }

  /** Adds the collection only: tax classes have no address of their own. */
  void addCollection(ObjectNode paper, String collection) {
    collection(paper.putObject("_links"), collection);
  }

  private void collection(ObjectNode links, String collection) {
    links.putArray("collection").addObject().put("href", href(collection));
  }

  /** Fills the shop's address into the fields that hold it. */
  void fillHome(ObjectNode paper) {
    for (var field : new String[] {"permalink", "permalink_template"}) {
      if (paper.path(field).isTextual()) {
        paper.put(field, paper.path(field).asText().replace(HOME, shop.home()));
      }
    }
  }
}
