package io.shopbooks.shop;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What it means that no whole answer came, or no useful one.
 *
 * @param unreachable makes a complaint that time may end, of half a sentence
 * @param refused makes one that a person has to end, of half a sentence and a remedy
 * @param key which setting holds the address, and in which file
 */
record Breakage(Function<String, ShopUnreachable> unreachable, Refusing refused, String key) {

  /** Makes a refusal of half a sentence and a remedy. */
  interface Refusing {
    ShopRefused because(String what, String remedy);
  }

  RuntimeException of(IOException failure, ShopSettings settings) {
    if (isCausedBy(failure, CertificateException.class)) {
      return refused.because(
          "has no valid certificate for its name",
          "Renew the certificate of the shop, or correct " + key + ".");
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return unreachable.apply("takes no connection within " + seconds(settings.connectTimeout()));
    }
    if (failure instanceof HttpTimeoutException) {
      return unreachable.apply("did not answer within " + seconds(settings.readTimeout())).weak();
    }
    if (failure instanceof Wire.TooLarge) {
      var limit = settings.largestAnswer().toMegabytes();
      return unreachable
          .apply("answered with more than " + limit + " MB (shopbooks.shop.largest-answer)")
          .weak();
    }
    if (isCausedBy(failure, UnknownHostException.class)
        || isCausedBy(failure, UnresolvedAddressException.class)) {
      return unreachable.apply("is not found under that name (" + key + ")");
    }
    return isCausedBy(failure, ConnectException.class)
        ? unreachable.apply("takes no connection")
        : unreachable.apply("broke the connection off before its answer was whole").weak();
  }

  /** The same of an answer that says yes and is not what was asked for. */
  ShopUnreachable useless(Answer answer) {
    var answered = "answered " + answer.status() + " with ";
    if (answer.isEmpty()) {
      return unreachable.apply(answered + "nothing in it").weak();
    }
    return answer.isWebPage()
        ? unreachable.apply(answered + "a web page instead of data")
        : unreachable.apply(answered + "data that break off or mean nothing").weak();
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(type::isInstance);
  }

  private static String seconds(Duration time) {
    return time.toSeconds() + " s";
  }
}
