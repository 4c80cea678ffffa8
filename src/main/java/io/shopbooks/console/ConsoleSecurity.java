package io.shopbooks.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Who may see what, and in which language. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ConsoleSecurity {

  private static final String ONLY_OURS =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  /** Deliveries are signed: who sends them has neither session nor token of ours. */
  @Bean
  @Order(1)
  SecurityFilterChain webhooks(HttpSecurity http) throws Exception {
    return http.securityMatcher("/webhooks/**")
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** The demo may be looked at without signing in: there are only pretends behind it. */
  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http,
      Environment environment,
      @Value("${shopbooks.metrics-token:}") String metricsToken)
      throws Exception {
    var demo = environment.matchesProfiles("demo");
    var actuator = PathPatternRequestMatcher.withDefaults().matcher("/actuator/**");
    return http.authorizeHttpRequests(
            request -> {
              request
                  .requestMatchers("/sign-in", "/console/**", "/error", "/actuator/health/**")
                  .permitAll();
              request.requestMatchers("/actuator/prometheus").access(metrics(metricsToken, demo));
              if (demo) {
                request.requestMatchers(HttpMethod.GET, "/").permitAll();
              }
              request.anyRequest().authenticated();
            })
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("who")
                    .passwordParameter("token")
                    .defaultSuccessUrl("/", true)
                    .failureUrl("/sign-in?failed"))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?left"))
        .exceptionHandling(
            e ->
                e.defaultAuthenticationEntryPointFor(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), actuator))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(ONLY_OURS))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .frameOptions(frame -> frame.deny()))
        .build();
  }

  /** Whoever is signed in, or a collector that has the token of {@code SHOPBOOKS_METRICS_TOKEN}. */
  private static AuthorizationManager<RequestAuthorizationContext> metrics(
      String token, boolean demo) {
    var signedIn = AuthenticatedAuthorizationManager.<RequestAuthorizationContext>authenticated();
    var expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    return (who, context) -> {
      var given = context.getRequest().getHeader("Authorization");
      var hasToken =
          !token.isBlank()
              && given != null
              && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
      return demo || hasToken
          ? new AuthorizationDecision(true)
          : new AuthorizationDecision(signedIn.authorize(who, context).isGranted());
    };
  }

  /** Larger deliveries are refused before they are in memory. */
  @Bean
  LargestDelivery largestDelivery(
      @Value("${shopbooks.shop.largest-delivery:5MB}") DataSize largest) {
    return new LargestDelivery(Math.toIntExact(largest.toBytes()));
  }

  /** As the browser asks; English where it asks for neither. */
  @Bean
  LocaleResolver localeResolver() {
    var resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(List.of(Locale.ENGLISH, Locale.FRENCH));
    resolver.setDefaultLocale(Locale.ENGLISH);
    return resolver;
  }
}
