package io.shopbooks.cli.demo;

import io.shopbooks.cli.RouteFiles;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Watches the route files while the demo runs. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile(DemoSettings.PROFILE)
class DemoRoutes {

  @Bean
  CamelContextConfiguration watchRoutes(Environment environment) {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext camel) {
        // Nothing is to be watched before it was read.
      }

      @Override
      public void afterApplicationStart(CamelContext camel) {
        try {
          camel.addService(new WatchedRoutes(RouteFiles.of(environment)));
        } catch (Exception e) {
          throw new IllegalStateException("The routes cannot be watched", e);
        }
      }
    };
  }
}
