package io.shopbooks.shop;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as Spring would bind them. */
final class Settings {

  private Settings() {}

  static ShopSettings usual() {
    return with(Map.of());
  }

  static ShopSettings with(Map<String, String> changes) {
    var properties = new HashMap<String, String>();
    changes.forEach((key, value) -> properties.put("shopbooks.shop." + key, value));
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("shopbooks.shop", ShopSettings.class);
  }
}
