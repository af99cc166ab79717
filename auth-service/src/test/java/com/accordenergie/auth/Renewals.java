package com.accordenergie.auth;

import com.rabbitmq.client.impl.CredentialsProvider;
import com.rabbitmq.client.impl.CredentialsRefreshService;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Renews the token of a connection when a test says so, and not before. */
final class Renewals implements CredentialsProvider, CredentialsRefreshService {

  private volatile String token;
  private volatile Callable<Boolean> renewal = () -> false;

  Renewals(String token) {
    this.token = token;
  }

  /** Sends {@code connection.update-secret}, and waits for the answer. */
  void renew(String next) throws Exception {
    token = next;
    if (!renewal.call()) {
      throw new AssertionError("the connection had ended");
    }
  }

  @Override
  public String getUsername() {
    return "whoever";
  }

  @Override
  public String getPassword() {
    return token;
  }

  @Override
  public Duration getTimeBeforeExpiration() {
    return Duration.ofSeconds(50);
  }

  @Override
  public String register(CredentialsProvider provider, Callable<Boolean> action) {
    renewal = action;
    return "the only one";
  }

  @Override
  public void unregister(CredentialsProvider provider, String registration) {
    renewal = () -> false;
  }

  @Override
  public boolean isApproachingExpiration(Duration timeBeforeExpiration) {
    return false;
  }
}
