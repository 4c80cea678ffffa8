package io.shopbooks.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.ExceptionMappingAuthenticationFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Who may see what, and in which language. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ConsoleSecurity {

  private static final String ONLY_OURS =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** What needs nobody to be signed in: signing in itself, and links that carry their own right. */
  private static final String[] OPEN = {
    "/sign-in",
    "/sign-out",
    "/account",
    "/language",
    "/links/**",
    "/connect/*",
    "/oauth/quickbooks/**",
    "/console/**",
    "/webjars/**",
    "/error",
    "/actuator/health/**"
  };

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

  /**
   * Who is signed in sees everything; only operators change anything. In the demo every visitor is
   * an operator without signing in: there are only pretends behind it.
   */
  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http,
      Environment environment,
      People people,
      @Value("${shopbooks.metrics-token:}") String metricsToken)
      throws Exception {
    var demo = environment.matchesProfiles("demo");
    var actuator = PathPatternRequestMatcher.withDefaults().matcher("/actuator/**");
    if (demo) {
      http.anonymous(visitor -> visitor.principal("demo").authorities(Role.OPERATOR.authority()));
    }
    return http.authorizeHttpRequests(
            request ->
                request
                    .requestMatchers(OPEN)
                    .permitAll()
                    .requestMatchers("/actuator/prometheus")
                    .access(metrics(metricsToken, demo))
                    // Everybody's own.
                    .requestMatchers("/password")
                    .hasAnyRole(Role.VIEWER.name(), Role.OPERATOR.name())
                    .requestMatchers(HttpMethod.GET)
                    .hasAnyRole(Role.VIEWER.name(), Role.OPERATOR.name())
                    .anyRequest()
                    .hasRole(Role.OPERATOR.name()))
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("name")
                    .passwordParameter("password")
                    .defaultSuccessUrl("/")
                    .failureHandler(failed()))
        .addFilterBefore(new StillThere(people), AnonymousAuthenticationFilter.class)
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?left"))
        .exceptionHandling(
            e ->
                e.defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), actuator)
                    .defaultAuthenticationEntryPointFor(
                        ConsoleSecurity::leadToSignIn,
                        new RequestHeaderRequestMatcher("HX-Request"))
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/sign-in"),
                        AnyRequestMatcher.INSTANCE))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(ONLY_OURS))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .frameOptions(frame -> frame.deny()))
        .build();
  }

  private static AuthenticationFailureHandler failed() {
    var handler = new ExceptionMappingAuthenticationFailureHandler();
    handler.setDefaultFailureUrl("/sign-in?failed");
    handler.setExceptionMappings(Map.of(LockedException.class.getName(), "/sign-in?wait"));
    return handler;
  }

  /** A part of a page would show the sign-in page inside the page: the whole page goes there. */
  private static void leadToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
    response.setHeader("HX-Redirect", request.getContextPath() + "/sign-in");
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
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

  /** As the reader chose; else as the browser asks, and English where it asks for neither. */
  @Bean
  LocaleResolver localeResolver() {
    var asked = new AcceptHeaderLocaleResolver();
    asked.setSupportedLocales(List.of(Locale.ENGLISH, Locale.FRENCH));
    asked.setDefaultLocale(Locale.ENGLISH);
    var chosen = new CookieLocaleResolver("language");
    chosen.setDefaultLocaleFunction(asked::resolveLocale);
    chosen.setCookieMaxAge(Duration.ofDays(365));
    chosen.setCookieHttpOnly(true);
    chosen.setCookieSameSite("Lax");
    return chosen;
  }
}
