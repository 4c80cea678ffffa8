package io.shopbooks.secrecy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Passes everything on, and shows each whole line to somebody. */
final class WatchedStream extends OutputStream {

  private final OutputStream next;
  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  WatchedStream(OutputStream next, Consumer<String> lines) {
    this.next = next;
    this.lines = lines;
  }

  @Override
  public synchronized void write(int sign) throws IOException {
    next.write(sign);
    take(sign);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int count) throws IOException {
    next.write(bytes, from, count);
    for (int i = from; i < from + count; i++) {
      take(bytes[i]);
    }
  }

  private void take(int sign) {
    if (sign == '\n') {
      lines.accept(line.toString(StandardCharsets.UTF_8));
      line.reset();
    } else {
      line.write(sign);
    }
  }

  @Override
  public void flush() throws IOException {
    next.flush();
  }
}
