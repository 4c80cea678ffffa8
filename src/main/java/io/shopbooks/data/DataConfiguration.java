package io.shopbooks.data;

import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

/**
 * The room's beans. Without {@code spring.datasource.url} Spring Boot is told where the embedded
 * database is, and makes its DataSource, Flyway and JdbcClient as for any other.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSettings.class)
public class DataConfiguration {

  private static final Logger log = LoggerFactory.getLogger(DataConfiguration.class);

  @Bean
  DataFolder dataFolder(
      DataSettings settings, @Value("${spring.datasource.url:}") String configured) {
    var folder = DataFolder.at(Path.of(settings.data()));
    if (StringUtils.hasText(configured)) {
      // What follows the question mark may be a password.
      log.info("database={} folder={}", configured.replaceFirst("\\?.*", ""), folder.path());
    }
    return folder;
  }

  @Bean
  @Conditional(NoDatabaseConfigured.class)
  EmbeddedDatabase embeddedDatabase(DataFolder folder, DataSettings settings) {
    return EmbeddedDatabase.open(folder, settings.programs(folder));
  }

  @Bean
  Secrets secrets(JdbcClient database, DataFolder folder, DataSettings settings, Clock clock) {
    return new Secrets(database, Key.of(folder, settings.secret()), clock);
  }

  static final class NoDatabaseConfigured implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      // Compose files hand on variables that nobody set as empty ones.
      return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
    }
  }
}
