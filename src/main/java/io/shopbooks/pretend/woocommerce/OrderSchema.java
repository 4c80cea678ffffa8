package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What OPTIONS /orders tells about this very shop: its statuses above all (`woocommerce.md` 1). */
record OrderSchema(Shop shop) {

  void describe(ObjectNode schema) {
    var endpoints = schema.putArray("endpoints");
    var read = endpoints.addObject();
    read.putArray("methods").add("GET");
    var args = read.putObject("args");
    var filter = args.putObject("status").put("default", "any");
    filter.put("description", "Limit result set to orders which have specific statuses.");
    filter.put("type", "array");
    enumerate(filter.putObject("items").put("type", "string"), Statuses.filterable());
    filter.put("required", false);
    args.putObject("dp")
        .put("default", shop.settings.decimals())
        .put("description", "Number of decimal points to use in each resource.")
        .put("type", "integer")
        .put("required", false);
    var write = endpoints.addObject();
    write.putArray("methods").add("POST");
    var status = write.putObject("args").putObject("status").put("default", "pending");
    status.put("description", "Order status.").put("type", "string");
    enumerate(status, Statuses.settable());
    status.put("required", false);
    var own = schema.putObject("schema").put("$schema", "http://json-schema.org/draft-04/schema#");
    own.put("title", "shop_order").put("type", "object");
    var property = own.putObject("properties").putObject("status");
    property.put("description", "Order status.").put("type", "string").put("default", "pending");
    enumerate(property, Statuses.settable());
    property.putArray("context").add("view").add("edit");
  }

  private static void enumerate(ObjectNode holder, List<String> values) {
    values.forEach(holder.putArray("enum")::add);
  }
}
