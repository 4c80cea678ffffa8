package io.shopbooks.shop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One HTTP request, one answer: no redirects, no retries, limits on time and size. */
final class Wire {

  private final HttpClient client;
  private final Duration readTimeout;
  private final long largest;

  /**
   * @param readTimeout for the whole answer, body included
   * @param largest body in bytes
   */
  Wire(HttpClient client, Duration readTimeout, long largest) {
    this.client = client;
    this.readTimeout = readTimeout;
    this.largest = largest;
  }

  static HttpClient client(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .connectTimeout(connectTimeout)
        .followRedirects(HttpClient.Redirect.NEVER)
        // Over http the client would offer an upgrade to HTTP/2 that some hosts stumble over.
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  /**
   * @throws TooLarge if the body is larger than allowed
   * @throws HttpTimeoutException if the answer is not whole in time
   * @throws IOException if the connection fails or breaks
   */
  Answer send(String method, URI uri, Map<String, String> headers) throws IOException {
    return send(method, uri, headers, "");
  }

  /** The same with a body; empty for none. */
  Answer send(String method, URI uri, Map<String, String> headers, String body) throws IOException {
    var request = HttpRequest.newBuilder(uri).method(method, publisher(body));
    headers.forEach(request::header);
    // The client's own timeout ends with the headers; a body may trickle for ever.
    var answer = client.sendAsync(request.build(), info -> new LimitedBody(largest));
    try {
      var response = answer.get(readTimeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("no answer in time");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    }
  }

  private static HttpRequest.BodyPublisher publisher(String body) {
    return body.isEmpty()
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(body);
  }

  /** An answer above the limit. */
  static final class TooLarge extends IOException {
    TooLarge(long limit) {
      super("more than " + limit + " bytes");
    }
  }

  private static final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {

    private final long limit;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Flow.Subscription subscription;

    LimitedBody(long limit) {
      this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription incoming) {
      subscription = incoming;
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
      for (var part : parts) {
        if (received.size() + (long) part.remaining() > limit) {
          subscription.cancel();
          whole.completeExceptionally(new TooLarge(limit));
          return;
        }
        var bytes = new byte[part.remaining()];
        part.get(bytes);
        received.writeBytes(bytes);
      }
    }

    @Override
    public void onError(Throwable failure) {
      whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      whole.complete(received.toByteArray());
    }
  }
}
