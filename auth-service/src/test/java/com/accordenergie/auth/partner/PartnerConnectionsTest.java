package com.accordenergie.auth.partner;

import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;

/** That nobody can be cut off is seen from outside. */
class PartnerConnectionsTest {

  private final BrokerConnections broker = mock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final PartnerConnections connections =
      new PartnerConnections(broker, mock(), mock(), registry, Clock.systemUTC());

  private double secondsSinceSeen() {
    return registry.get("accord.partner.connections.age").gauge().value();
  }

  @Test
  void aBrokerThatDoesNotTellWhoIsConnectedIsSeenToBeSilent() {
    when(broker.all()).thenThrow(new ResourceAccessException("away"));
    connections.start();
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> secondsSinceSeen() > 4);
      doReturn(List.of()).when(broker).all();
      await().atMost(Duration.ofSeconds(20)).until(() -> secondsSinceSeen() < 3);
    } finally {
      connections.stop();
    }
  }
}
