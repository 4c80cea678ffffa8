package io.shopbooks.shop;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the beans of this room need. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShopSettings.class)
class ShopRoom {

  @Bean
  Pause shopPause() {
    return time -> Thread.sleep(time.toMillis());
  }
}
