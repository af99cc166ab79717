package com.accordenergie.user.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

@ServiceTest
class FirstAdminTest {

  @Autowired FirstAdmin firstAdmin;
  @Autowired CapturedEvents events;

  @Test
  void isThereOnceFromTheFirstStartOn() throws Exception {
    Callable<Void> start =
        () -> {
          firstAdmin.run(new DefaultApplicationArguments());
          return null;
        };
    try (var instances = Executors.newFixedThreadPool(4)) {
      for (var instance : instances.invokeAll(Collections.nCopies(4, start))) {
        instance.get();
      }
    }
    CapturedEvent created = events.awaitSequence(FirstAdmin.ID, 1).getFirst();
    assertThat(created.routingKey()).isEqualTo("user.created");
    assertThat(created.data().required("username").asString()).isEqualTo("admin");
    assertThat(created.data().required("role").asString()).isEqualTo("ADMIN");
  }
}
