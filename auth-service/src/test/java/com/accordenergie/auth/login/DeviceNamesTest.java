package com.accordenergie.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.auth.login.KnownDevice.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom a device knows. */
class DeviceNamesTest {

  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  private final KnownDevice fresh = new KnownDevice(UUID.randomUUID(), List.of());

  @Test
  void knowsTheEightWhoLoggedInLast() {
    KnownDevice shared = fresh;
    for (int number = 1; number <= 8; number++) {
      shared = shared.after(new Visit("Name" + number, NOW));
    }
    assertThat(shared.visits())
        .extracting(Visit::name)
        .containsExactly("name8", "name7", "name6", "name5", "name4", "name3", "name2", "name1");

    shared = shared.after(new Visit("NAME1", NOW)).after(new Visit("name9", NOW));

    assertThat(knows(shared, "name1")).isTrue();
    assertThat(knows(shared, "Name9")).isTrue();
    assertThat(knows(shared, "name2")).as("the one who has been away longest").isFalse();
    assertThat(shared.visits()).hasSize(8).extracting(Visit::name).doesNotHaveDuplicates();
    assertThat(shared.id()).isEqualTo(fresh.id());
  }

  @Test
  void knowsNobodyAtFirst() {
    assertThat(knows(fresh, "name1")).isFalse();
  }

  @Test
  void forgetsWhoHasNotComeForHalfAYear() {
    KnownDevice device = fresh.after(new Visit("name", NOW));

    assertThat(device.knows("name", NOW, NOW.plus(Duration.ofDays(179)))).isTrue();
    assertThat(device.knows("name", NOW, NOW.plus(Duration.ofDays(180)))).isFalse();
  }

  @Test
  void knowsNobodyWhoCameBeforeTheirPresentPassword() {
    KnownDevice device = fresh.after(new Visit("name", NOW));

    assertThat(device.knows("name", NOW.plusMillis(1), NOW.plusSeconds(60))).isFalse();
  }

  private static boolean knows(KnownDevice device, String name) {
    return device.knows(name, NOW.minusSeconds(60), NOW.plusSeconds(60));
  }
}
