package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.MatchResult;

/** /settings/{group} and its settings (`woocommerce.md` 5). */
final class SettingEndpoints {

  private static final String[] CHANGEABLE = {"GET", "POST", "PUT", "PATCH"};

  private final Shop shop;
  private final Links links;

  SettingEndpoints(Shop shop, Links links) {
    this.shop = shop;
    this.links = links;
  }

  void addTo(Routes routes) {
    routes.at("settings/{name}", "GET").get((call, at) -> group(at.group(1)));
    routes
        .at("settings/{name}/{name}", "GET, POST, PUT, PATCH")
        .get((call, at) -> alone(setting(at)))
        .put((call, at) -> change(setting(at), call.body()));
  }

  private Answer group(String group) {
    var list = Json.array();
    shop.settings.ofGroup(group).forEach(setting -> list.add(shown(setting)));
    if (list.isEmpty()) {
      throw Refusal.of(404, "rest_setting_setting_group_invalid", "Invalid setting group.");
    }
    return Answer.json(200, list);
  }

  private ObjectNode setting(MatchResult address) {
    return shop.settings
        .find(address.group(2))
        .filter(setting -> setting.path(Settings.GROUP).asText().equals(address.group(1)))
        .orElseThrow(() -> Refusal.of(404, "rest_setting_setting_invalid", "Invalid setting."));
  }

  private Answer change(ObjectNode setting, JsonNode body) {
    setting.put("value", body.path("value").asText());
    shop.settings.put(setting.path("id").asText(), setting);
    return alone(setting);
  }

  private Answer alone(ObjectNode setting) {
    var group = setting.path(Settings.GROUP).asText();
    return Answer.json(200, shown(setting).put("group_id", group));
  }

  private ObjectNode shown(ObjectNode setting) {
    var collection = "settings/" + setting.path(Settings.GROUP).asText();
    Views.hide(setting);
    links.add(setting, collection, "", CHANGEABLE);
    return setting;
  }
}
