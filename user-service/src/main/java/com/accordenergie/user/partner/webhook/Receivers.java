package com.accordenergie.user.partner.webhook;

import com.accordenergie.platform.problem.Problems;
import com.accordenergie.user.partner.webhook.address.AddressGuard;
import com.accordenergie.user.partner.webhook.address.InsideAddressException;
import com.accordenergie.user.partner.webhook.address.ReceiverUrl;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Refuses addresses that would never be called, while somebody is there to correct them. Whoever calls
 * them checks again: names may lead elsewhere by then.
 */
@Component
class Receivers {

  private static final String POINTER = "#/url";
  private static final int PATIENCE_SECONDS = 2;

  private final AddressGuard guard;
  private final WebhookProperties properties;

  Receivers(AddressGuard guard, WebhookProperties properties) {
    this.guard = guard;
    this.properties = properties;
  }

  void check(String url) {
    String fault = ReceiverUrl.fault(url, properties.plainHttp());
    if (fault != null) {
      throw Problems.invalid(POINTER, fault);
    }
    CompletableFuture<InetAddress[]> found = lookUp(URI.create(url).getHost());
    try {
      found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw Problems.invalid(
          POINTER,
          failed.getCause() instanceof InsideAddressException
              ? "It does not lead to the public internet."
              : "No address is known for its name.");
    } catch (TimeoutException late) {
      throw Problems.invalid(POINTER, "No address was found for its name in time.");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable("The service is being stopped.");
    }
  }

  private CompletableFuture<InetAddress[]> lookUp(String host) {
    CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            found.complete(guard.resolve(host));
          } catch (Exception failed) {
            found.completeExceptionally(failed);
          }
        });
    return found;
  }
}
