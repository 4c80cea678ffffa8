package io.shopbooks.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopbooks.World;
import java.io.PrintWriter;
import java.io.StringWriter;

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
    return with(
        new Application() {
          @Override
          public int work(boolean demo, Work work) {
            throw new AssertionError("It started the application");
          }

          @Override
          public int serve(boolean demo) {
            throw new AssertionError("It started to serve");
          }
        },
        arguments);
  }

  static Typed with(Application application, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var line = Commands.line(application);
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
