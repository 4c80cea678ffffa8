package io.shopbooks.pretend.woocommerce;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What hosts, caches and plugins do to answers (`woocommerce.md` 2.4, 7, 10).
 *
 * <p>A trouble is given the call and the shop's real answer, which it may or may not ask for.
 */
@FunctionalInterface
public interface Trouble {

  /** Makes the answer that arrives. */
  Answered befall(Asked asked);

  /** The call, and how to get the shop's own answer to it. */
  interface Asked {
    /** The address with its query. */
    String address();

    /** Lets the shop do its work. */
    Answered shop();
  }

  /** An answer on its way. */
  final class Answered {
    final Answer answer;

    Answered(Answer answer) {
      this.answer = answer;
    }
  }

  private static Answered of(Answer answer) {
    return new Answered(answer);
  }

  /** No trouble: for a {@link Fault} that only calls somebody. */
  static Trouble none() {
    return Asked::shop;
  }

  /** An HTML page with this status: an error, a login wall (200), a challenge (403). */
  static Trouble htmlPage(int status) {
    var page =
        """
        <!DOCTYPE html>
        <html><head><title>%1$d</title></head><body><h1>%1$d</h1>\
        <p>There has been a critical error on this website.</p></body></html>"""
            .formatted(status);
    return asked -> of(Answer.of(status, Answer.HTML, page.getBytes(StandardCharsets.UTF_8)));
  }

  /** An empty answer with this status: 502, 504, or a 200 of a PHP without memory. */
  static Trouble status(int status) {
    return asked -> of(Answer.of(status, Answer.HTML, new byte[0]));
  }

  /** A host's limit: 429 or 503 with Retry-After, in seconds or as a date. */
  static Trouble retryAfter(int status, String value) {
    return asked -> of(Answer.of(status, Answer.HTML, new byte[0]).with("Retry-After", value));
  }

  /**
   * The API's own form of no, by a plugin: 401 incorrect_password, 403 jwt_auth_bad_auth_header.
   */
  static Trouble refusal(int status, String code, String message) {
    return asked -> of(Answer.json(status, Refusal.of(status, code, message).error()));
  }

  /** Text before the JSON: a PHP notice, a plugin's output. */
  static Trouble textBefore(String text) {
    return bytesBefore(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A byte order mark before the JSON. */
  static Trouble byteOrderMark() {
    return bytesBefore(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
  }

  private static Trouble bytesBefore(byte[] before) {
    return asked -> {
      var real = asked.shop().answer;
      var body = new byte[before.length + real.body().length];
      System.arraycopy(before, 0, body, 0, before.length);
      System.arraycopy(real.body(), 0, body, before.length, real.body().length);
      return of(real.carrying(body));
    };
  }

  /** The shop does its work, but half of its answer arrives. */
  static Trouble truncated() {
    return asked -> of(asked.shop().answer.meeting(Answer.Fate.TRUNCATED));
  }

  /** The connection is cut before the shop hears of the call. */
  static Trouble cutBefore() {
    return asked -> of(Answer.of(200, Answer.JSON, new byte[0]).meeting(Answer.Fate.CUT));
  }

  /** The shop does its work, and the connection is cut before the answer. */
  static Trouble cutAfter() {
    return asked -> of(asked.shop().answer.meeting(Answer.Fate.CUT));
  }

  /** A redirect to somewhere else. */
  static Trouble redirect(int status, String location) {
    return asked -> of(Answer.of(status, Answer.HTML, new byte[0]).with("Location", location));
  }

  /** The answer waits until the latch opens. */
  static Trouble heldUntil(CountDownLatch latch) {
    return asked -> {
      await(latch, Long.MAX_VALUE);
      return asked.shop();
    };
  }

  /** The answer takes this long, for a program of another process that has to wait. */
  static Trouble slow(long millis) {
    return asked -> {
      await(new CountDownLatch(1), millis);
      return asked.shop();
    };
  }

  private static void await(CountDownLatch latch, long millis) {
    try {
      latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A cache answers an address it knows as it first saw it; a changed query is a new address. */
  static Trouble staleCache() {
    Map<String, Answered> cache = new HashMap<>();
    return asked -> {
      synchronized (cache) {
        return cache.computeIfAbsent(asked.address(), address -> asked.shop());
      }
    };
  }
}
