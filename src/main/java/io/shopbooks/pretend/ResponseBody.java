package io.shopbooks.pretend;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The body of an answer: of an announced length, in chunks, or none at all. */
final class ResponseBody extends OutputStream {

  private final OutputStream out;
  private final boolean chunked;
  private final boolean silent;
  private long missing;
  private boolean finished;

  private ResponseBody(OutputStream out, long length, boolean silent) {
    this.out = out;
    this.chunked = length == 0 && !silent;
    this.silent = silent;
    this.missing = silent ? 0 : length;
  }

  /** A body of so many bytes; 0 means: of a length not known yet. */
  static ResponseBody of(OutputStream out, long length) {
    return new ResponseBody(out, length, false);
  }

  /** No body, whatever is written (the answer to HEAD). */
  static ResponseBody none(OutputStream out) {
    return new ResponseBody(out, 0, true);
  }

  /** Ends the body; false if it is shorter than announced, so that the connection is spoilt. */
  boolean finish() throws IOException {
    if (chunked && !finished) {
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    finished = true;
    out.flush();
    return missing == 0;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (silent || length == 0) {
      return;
    }
    if (chunked) {
      out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes, from, length);
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    } else {
      if (length > missing) {
        throw new IOException("More bytes than announced");
      }
      out.write(bytes, from, length);
      missing -= length;
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
