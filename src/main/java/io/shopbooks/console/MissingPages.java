package io.shopbooks.console;

import io.shopbooks.connections.BrokenConnection;
import io.shopbooks.connections.UnknownConnection;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Pages of connections that are not there, or are switched off. */
@ControllerAdvice("io.shopbooks.console")
@ConditionalOnWebApplication
class MissingPages {

  @ExceptionHandler(UnknownConnection.class)
  void unknown(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  /** The first page says what is wrong with its file. */
  @ExceptionHandler(BrokenConnection.class)
  String broken() {
    return "redirect:/";
  }
}
