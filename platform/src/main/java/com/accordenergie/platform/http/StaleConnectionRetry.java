package com.accordenergie.platform.http;

import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * Tries again, at once and once, only when a pooled connection turns out to have been closed before
 * anything was answered, and only for idempotent requests. An answer is an answer, 503 included.
 */
final class StaleConnectionRetry extends DefaultHttpRequestRetryStrategy {

  StaleConnectionRetry() {
    super(1, TimeValue.ZERO_MILLISECONDS);
  }

  @Override
  public boolean retryRequest(HttpResponse response, int attempt, HttpContext context) {
    return false;
  }
}
