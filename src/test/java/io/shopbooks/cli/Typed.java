package io.shopbooks.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopbooks.World;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine;

/** A command as a person typed it, and what came of it. */
record Typed(int status, String out, String err) {

  /** Runs a command in the application of this world. */
  static Typed in(World world, String... arguments) {
    return with(
        new Application() {
          @Override
          public int work(boolean demo, Work work) throws Exception {
            return work.with(world.application());
          }

          @Override
          public int serve(boolean demo) {
            throw new AssertionError("Nobody asked to serve");
          }
        },
        arguments);
  }

  /** Runs a command that must not start anything. */
  static Typed alone(String... arguments) {
    return alone(Map.of(), arguments);
  }

  /** The same, with settings of its own. */
  static Typed alone(Map<String, Object> settings, String... arguments) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("typed", settings));
    return of(Commands.line(nothing(), environment), arguments);
  }

  private static Application nothing() {
    return new Application() {
      @Override
      public int work(boolean demo, Work work) {
        throw new AssertionError("It started the application");
      }

      @Override
      public int serve(boolean demo) {
        throw new AssertionError("It started to serve");
      }
    };
  }

  static Typed with(Application application, String... arguments) {
    return of(Commands.line(application), arguments);
  }

  private static Typed of(CommandLine line, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    var status = line.execute(arguments);
    return new Typed(status, out.toString(), err.toString());
  }

  /** The one JSON value on stdout. */
  JsonNode json() {
    try {
      var mapper = new ObjectMapper();
      var parser = mapper.createParser(out);
      JsonNode value = mapper.readTree(parser);
      if (parser.nextToken() != null) {
        throw new AssertionError("There is more than one value on stdout: " + out);
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new AssertionError("There is something else than JSON on stdout: " + out, e);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
