package io.shopbooks.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintWriter;

/**
 * Where a command answers: stdout for its answer, stderr for everything else.
 *
 * @param json whether a machine asks: then the answer is one JSON value and nothing else
 */
record Output(PrintWriter out, PrintWriter err, boolean json) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** A line for people; machines do not get it. */
  void line(String text) {
    if (!json) {
      out.println(text);
      out.flush();
    }
  }

  /** The answer for machines; people do not get it. */
  void value(Object value) {
    text(json(value));
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The same, where it is JSON already. */
  void text(String value) {
    if (json) {
      out.println(value);
      out.flush();
    }
  }

  /** A remark beside the answer. */
  void remark(String text) {
    err.println(text);
    err.flush();
  }
}
