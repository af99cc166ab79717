package com.accordenergie.gateway.upstream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The caller's body; when it fails, it is not the upstream that failed. */
final class IncomingBody extends FilterInputStream {

  IncomingBody(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException failure) {
      throw new Failed(failure);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException failure) {
      throw new Failed(failure);
    }
  }

  /** The caller broke off, was too slow, or sent more than is read. */
  static final class Failed extends IOException {

    private static final long serialVersionUID = 1L;

    private Failed(IOException cause) {
      super(cause);
    }
  }
}
