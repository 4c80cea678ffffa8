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
    properties = {RoomTest.ROUTES, RoomTest.HEALTH})
@interface RoomTest {

  String ROUTES =
      "camel.main.routes-include-pattern=file:routes/mail-report.camel.yaml,file:routes/send-mail.camel.yaml,"
          + "file:routes/on-error.camel.yaml";

  // The health of the routes is told by another room.
  String HEALTH = "management.endpoint.health.validate-group-membership=false";
}
