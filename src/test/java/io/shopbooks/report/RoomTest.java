package io.shopbooks.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the report on a real ledger, with the route that mails it and no mail server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Room.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "camel.main.routes-include-pattern=" + RoomTest.ROUTES)
@interface RoomTest {

  String ROUTES =
      "file:routes/mail-report.camel.yaml,file:routes/send-report.camel.yaml,"
          + "file:routes/on-error.camel.yaml";
}
