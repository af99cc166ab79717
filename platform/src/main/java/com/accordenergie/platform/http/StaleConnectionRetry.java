package com.accordenergie.platform.http;

import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * Sends an idempotent request again, at once, once and to the same instance, when its connection broke
 * before an answer began: as a rule one from the pool that the other end had closed meanwhile. A fresh
 * one that breaks looks the same, so the request may have been carried out already. Where no connection
 * came about or no answer in time, nothing is repeated; and an answer is an answer, 503 included.
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
