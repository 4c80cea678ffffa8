package io.shopbooks.cli;

import io.shopbooks.data.CannotStart;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.component.bean.MethodNotFoundException;
import org.apache.camel.language.simple.types.SimpleIllegalSyntaxException;
import org.apache.camel.spring.boot.CamelSpringBootInitializationException;

/**
 * Tells what is wrong with a route file, with its line: Camel knows the line of what it cannot
 * parse, and the route of what it cannot build.
 */
public record RouteFailures(RouteFiles files) {

  private static final String REMEDY = "Correct it, or put the last working copy of the file back.";
  private static final Pattern PLACE =
      Pattern.compile("\\s*in file:(\\S+), line (\\d+), column \\d+:");
  private static final Pattern PROPERTY = Pattern.compile("Property with key \\[([^]]+)] not");

  /** The failure with file, line and remedy; absent if it is not about routes. */
  public Optional<CannotStart> told(Throwable failure) {
    return parse(failure).or(() -> build(failure)).or(() -> other(failure));
  }

  /** A step nobody knows, a field it does not have, or no YAML at all: Camel names the line. */
  private static Optional<CannotStart> parse(Throwable failure) {
    return Failures.causes(failure)
        .map(Throwable::getMessage)
        .filter(message -> message != null && PLACE.matcher(message).find())
        .reduce((outer, inner) -> inner)
        .map(RouteFailures::parsed);
  }

  private static CannotStart parsed(String message) {
    var place = PLACE.matcher(message);
    place.find();
    var problem = message.substring(0, place.start()).strip();
    var where = place.group(1) + ":" + place.group(2);
    // Of a mistake in YAML itself the second place is where it shows.
    var rest = message.substring(place.end());
    var second = PLACE.matcher(rest);
    if (second.find()) {
      var shown = rest.substring(0, second.start()).lines().reduce((a, b) -> b).orElse("");
      problem = problem + ": " + shown.strip();
      where = second.group(1) + ":" + second.group(2);
    }
    return new CannotStart(where + ": " + sentence(problem), REMEDY);
  }

  /** A bean, method, property or address that is not there: Camel names the route. */
  private Optional<CannotStart> build(Throwable failure) {
    return Failures.causes(failure)
        .filter(cause -> cause instanceof FailedToCreateRouteException)
        .map(cause -> (FailedToCreateRouteException) cause)
        .filter(cause -> cause.getRouteId() != null)
        .findFirst()
        .map(
            cause -> {
              var why = Failures.causes(cause).reduce((outer, inner) -> inner).orElse(cause);
              return new CannotStart(
                  place(cause.getRouteId(), needles(cause)) + ": " + sentence(words(why)), REMEDY);
            });
  }

  private static String words(Throwable why) {
    if (why instanceof MethodNotFoundException e) {
      var name = e.getMethodName().replaceFirst("\\(.*", "");
      return "There is no method " + name + " of " + e.getBean().getClass().getName();
    }
    return String.valueOf(why.getMessage()).lines().findFirst().orElse("");
  }

  /** Texts of the file that stand where the failure is. */
  private static List<String> needles(Throwable failure) {
    return Failures.causes(failure).map(RouteFailures::needle).flatMap(Optional::stream).toList();
  }

  private static Optional<String> needle(Throwable cause) {
    if (cause instanceof NoSuchBeanException e) {
      return Optional.of("ref: " + e.getName());
    }
    if (cause instanceof MethodNotFoundException e) {
      return Optional.of("method: " + e.getMethodName());
    }
    if (cause instanceof SimpleIllegalSyntaxException e) {
      return Optional.ofNullable(e.getExpression());
    }
    if (cause instanceof NoSuchEndpointException e) {
      return Optional.of("uri: " + e.getUri().replaceFirst("[:?].*", ""));
    }
    var property = PROPERTY.matcher(String.valueOf(cause.getMessage()));
    return property.find() ? Optional.of("{{" + property.group(1)) : Optional.empty();
  }

  private String place(String route, List<String> needles) {
    return needles.stream()
        .map(needle -> files.place(route, needle))
        .filter(place -> !place.equals(files.file(route).toString()))
        .findFirst()
        .orElse(files.file(route).toString());
  }

  /** What Camel does not say where it is. */
  private Optional<CannotStart> other(Throwable failure) {
    var isAboutRoutes =
        Failures.causes(failure).anyMatch(c -> c instanceof CamelSpringBootInitializationException);
    if (!isAboutRoutes) {
      return Optional.empty();
    }
    var why = Failures.causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    if (why instanceof NoSuchFileException e) {
      return Optional.of(
          new CannotStart(
              "There is no folder " + e.getFile() + " to read the routes from.",
              "Set SHOPBOOKS_ROUTES to the folder of your routes."));
    }
    var file = files.firstBroken().map(Path::toString);
    return Optional.of(
        new CannotStart(
            file.orElse(files.folder().toString()) + ": " + sentence(words(why)), REMEDY));
  }

  private static String sentence(String words) {
    var line = Stream.of(words.split("\\R")).map(String::strip).reduce((a, b) -> a + " " + b);
    var text = line.orElse("").replaceAll("\\s*[:.]?$", "");
    return text + ".";
  }
}
