package com.accordenergie.platform.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DemoIdsTest {

  private static final UUID FIRST = UUID.fromString("019903dc-6700-7f73-9360-8a8a2a579790");
  private static final UUID LAST = UUID.fromString("0199d1da-c700-7dba-a576-64ceb02ec051");

  /** Those of a demo that was loaded by an earlier version stand in databases. */
  @Test
  void areTheSameForEver() {
    assertThat(DemoIds.of("person standardiste1", DemoIds.OPENING)).isEqualTo(FIRST);
    assertThat(DemoIds.of("client 40", DemoIds.OPENING.plus(Duration.ofDays(40)))).isEqualTo(LAST);
  }

  @Test
  void areToldFromAllOthersHereAndInTheDatabase() {
    for (UUID id : new UUID[] {FIRST, LAST}) {
      assertThat(DemoIds.contains(id)).isTrue();
      assertThat(isBetweenTheBounds(id)).isTrue();
    }
    for (UUID id :
        new UUID[] {
          Ids.next(),
          Ids.at(DemoIds.OPENING.minusMillis(1)),
          Ids.at(DemoIds.OPENING.plus(Duration.ofDays(41)))
        }) {
      assertThat(DemoIds.contains(id)).as("%s", id).isFalse();
      assertThat(isBetweenTheBounds(id)).as("%s", id).isFalse();
    }
  }

  private static boolean isBetweenTheBounds(UUID id) {
    return Arrays.compareUnsigned(Ids.bytes(id), DemoIds.from()) >= 0
        && Arrays.compareUnsigned(Ids.bytes(id), DemoIds.to()) < 0;
  }
}
