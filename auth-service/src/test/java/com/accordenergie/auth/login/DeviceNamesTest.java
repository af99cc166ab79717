package com.accordenergie.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom a device knows. */
class DeviceNamesTest {

  private final KnownDevice fresh = new KnownDevice(UUID.randomUUID(), List.of());

  @Test
  void knowsTheEightWhoLoggedInLast() {
    KnownDevice shared = fresh;
    for (int number = 1; number <= 8; number++) {
      shared = shared.after("Name" + number);
    }
    assertThat(shared.names())
        .containsExactly("name8", "name7", "name6", "name5", "name4", "name3", "name2", "name1");

    shared = shared.after("NAME1").after("name9");

    assertThat(shared.knows("name1")).isTrue();
    assertThat(shared.knows("Name9")).isTrue();
    assertThat(shared.knows("name2")).as("the one who has been away longest").isFalse();
    assertThat(shared.names()).hasSize(8).doesNotHaveDuplicates();
    assertThat(shared.id()).isEqualTo(fresh.id());
  }

  @Test
  void knowsNobodyAtFirst() {
    assertThat(fresh.knows("name1")).isFalse();
  }
}
